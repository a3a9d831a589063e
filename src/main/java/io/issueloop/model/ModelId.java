package io.issueloop.model;

import java.util.regex.Pattern;

/**
 * One model through all its versions; its key is the file's stem (style.md §5.3).
 *
 * @param key letters, digits and {@code _}, at most 100
 */
public record ModelId(ModelType type, String key) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    /** Whether such a model may exist. */
    public static boolean isKey(String key) {
        return FORMAT.matcher(key).matches();
    }

    /** {@code bpmn/issue_lifecycle.bpmn}. */
    public String file() {
        return type.file(key);
    }
}
