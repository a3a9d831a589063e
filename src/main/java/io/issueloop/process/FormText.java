package io.issueloop.process;

/** Texts in forms. */
public final class FormText {

    private FormText() {}

    /** Without the characters the form's text component reads as markup. */
    public static String plain(String text) {
        return text.replaceAll("[<>{}\\[\\]*_`#|~\\\\]", " ");
    }
}
