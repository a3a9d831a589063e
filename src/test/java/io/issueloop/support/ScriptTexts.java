package io.issueloop.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The texts of a JavaScript file: strings and templates with what stands before them. Knows
 * comments, strings and nested templates; a regular expression with a quote in it would mislead it.
 */
public final class ScriptTexts {

    private static final Pattern WORD_BEFORE = Pattern.compile("([A-Za-z_$][\\w$]*)$");

    private final String source;
    private final List<Text> texts = new ArrayList<>();
    private int at;

    private ScriptTexts(String source) {
        this.source = source;
    }

    /**
     * @param tag the template's tag, empty where there is none
     * @param key the text, a template's values as {0}, {1}
     * @param compared whether it stands right after {@code ===} or {@code !==}
     */
    public record Text(String tag, String key, boolean compared) {}

    public static List<Text> of(String source) {
        var texts = new ScriptTexts(source);
        texts.code('\0');
        return texts.texts;
    }

    /** Reads code up to the closing character, or to the end. */
    private void code(char closing) {
        for (int depth = 0; at < source.length(); at++) {
            char here = source.charAt(at);
            if (source.startsWith("//", at)) {
                at = orEnd(source.indexOf('\n', at));
            } else if (source.startsWith("/*", at)) {
                at = orEnd(source.indexOf("*/", at)) + 1;
            } else if (here == '"' || here == '\'') {
                string(here);
            } else if (here == '`') {
                template();
            } else if (here == closing && depth == 0) {
                return;
            } else if (here == '{') {
                depth++;
            } else if (here == '}') {
                depth--;
            }
        }
    }

    private int orEnd(int position) {
        return position < 0 ? source.length() : position;
    }

    private void string(char quote) {
        var before = source.substring(0, at).stripTrailing();
        var text = new StringBuilder();
        for (at++; source.charAt(at) != quote; at++) {
            text.append(character());
        }
        texts.add(new Text("", text.toString(), before.endsWith("===") || before.endsWith("!==")));
    }

    private void template() {
        var tag = WORD_BEFORE.matcher(source.substring(Math.max(0, at - 20), at));
        var name = tag.find() ? tag.group(1) : "";
        var text = new StringBuilder();
        int values = 0;
        for (at++; source.charAt(at) != '`'; at++) {
            if (source.startsWith("${", at)) {
                text.append('{').append(values++).append('}');
                at += 2;
                code('}');
            } else {
                text.append(character());
            }
        }
        texts.add(new Text(name, text.toString(), false));
    }

    private char character() {
        if (source.charAt(at) != '\\') {
            return source.charAt(at);
        }
        at++;
        return source.charAt(at) == 'n' ? '\n' : source.charAt(at);
    }
}
