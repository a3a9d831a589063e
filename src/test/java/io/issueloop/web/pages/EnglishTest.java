package io.issueloop.web.pages;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.support.ScriptTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every text of our own pages has its English; the keys are the Chinese texts (decision 28). */
class EnglishTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path SCRIPTS = STATIC.resolve("assets");
    private static final Pattern CHINESE =
            Pattern.compile("[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]");
    private static final Pattern CHINESE_WORD =
            Pattern.compile("[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]+");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)(?:\\|[^}]*)?}");
    private static final Pattern STATIC_TEXT =
            Pattern.compile("<(title|h1|p|a|b|span)\\b[^>]*>([^<>{]+)</\\1>");

    /** Chinese that is data, and the name of the Chinese language. */
    private static final Set<String> UNTAGGED_IN = Set.of("values.js", "i18n.js");

    private final Map<String, String> phrases = new LinkedHashMap<>();
    private final Map<String, String> sentences = catalogue("server");

    EnglishTest() throws IOException {
        var imported = Pattern.compile("from \"\\./(\\w+)\\.js\"");
        for (var one :
                imported.matcher(read(SCRIPTS.resolve("en/catalogue.js"))).results().toList()) {
            if (!one.group(1).equals("server")) {
                catalogue(one.group(1)).forEach(this::add);
            }
        }
    }

    private void add(String chinese, String english) {
        assertThat(phrases.put(chinese, english)).as("said in two files: " + chinese).isNull();
    }

    @Test
    @DisplayName("页面脚本里的中文都写成 t`…`")
    void chineseIsTagged() throws IOException {
        var untagged = new ArrayList<String>();
        eachText(
                (file, text) -> {
                    if (CHINESE.matcher(text.key()).find()
                            && text.tag().isEmpty()
                            && !text.compared()
                            && !UNTAGGED_IN.contains(file)) {
                        untagged.add(file + ": " + text.key());
                    }
                });
        assertThat(untagged).isEmpty();
    }

    @Test
    @DisplayName("每句话都有英文，没有多余的英文")
    void everyTextHasItsEnglish() throws IOException {
        var used = new TreeSet<String>();
        eachText(
                (file, text) -> {
                    if (text.tag().equals("t")) {
                        used.add(text.key());
                    }
                });
        assertThat(used).isNotEmpty().allSatisfy(key -> assertThat(phrases).containsKey(key));
        used.addAll(staticTexts());
        assertThat(staticTexts()).allSatisfy(key -> assertThat(phrases).containsKey(key));
        assertThat(phrases.keySet()).isSubsetOf(used);
    }

    @Test
    @DisplayName("英文里没有中文，也没有丢掉数值")
    void englishIsEnglish() {
        List.of(phrases, sentences)
                .forEach(
                        all ->
                                assertThat(all)
                                        .allSatisfy(
                                                (chinese, english) -> {
                                                    assertThat(english).isNotBlank();
                                                    assertThat(words(english))
                                                            .allMatch(chinese::contains);
                                                    assertThat(values(english))
                                                            .isEqualTo(values(chinese));
                                                }));
    }

    /** Chinese in English is a word of the Chinese text: what has to be typed in Chinese. */
    private static List<String> words(String english) {
        return CHINESE_WORD.matcher(english).results().map(one -> one.group()).toList();
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(one -> one.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /** What stands in the HTML itself, said in English by shell.js and page.js. */
    private static Set<String> staticTexts() throws IOException {
        var found = new TreeSet<String>();
        try (var pages = Files.list(STATIC.resolve("pages"))) {
            for (var page : pages.toList()) {
                var html = read(page).replaceAll("(?s)<noscript>.*?</noscript>", "");
                STATIC_TEXT
                        .matcher(html)
                        .results()
                        .flatMap(one -> List.of(one.group(2).split(" · ")).stream())
                        .filter(text -> CHINESE.matcher(text).find())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void eachText(BiConsumer<String, ScriptTexts.Text> reader) throws IOException {
        try (var scripts = Files.list(SCRIPTS)) {
            for (var script : scripts.filter(one -> one.toString().endsWith(".js")).toList()) {
                ScriptTexts.of(read(script))
                        .forEach(text -> reader.accept(script.getFileName().toString(), text));
            }
        }
    }

    private static Map<String, String> catalogue(String name) throws IOException {
        var json =
                read(SCRIPTS.resolve("en/" + name + ".js"))
                        .replaceFirst("(?s)^.*?export default ", "");
        return new ObjectMapper()
                .readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
