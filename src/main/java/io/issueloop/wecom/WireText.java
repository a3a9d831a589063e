package io.issueloop.wecom;

import java.nio.charset.StandardCharsets;

/** Our plain texts as WeCom's fields take them: never as markup, never longer than they may be. */
final class WireText {

    private static final String ELLIPSIS = "…";

    private WireText() {}

    /** At most {@code most} characters, cut with an ellipsis and never inside a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - ELLIPSIS.length();
        return text.substring(0, whole(text, end)) + ELLIPSIS;
    }

    /** At most {@code most} bytes in UTF-8, cut with an ellipsis and never inside a character. */
    static String cutBytes(String text, int most) {
        if (bytes(text) <= most) {
            return text;
        }
        int end = Math.min(text.length(), most);
        while (end > 0 && bytes(text.substring(0, whole(text, end))) + bytes(ELLIPSIS) > most) {
            end--;
        }
        return text.substring(0, whole(text, end)) + ELLIPSIS;
    }

    /**
     * For fields that understand tags: what a member wrote must not become one. Full-width brackets
     * read the same and mean nothing to WeCom.
     */
    static String withoutTags(String text) {
        return text.replace('<', '＜').replace('>', '＞');
    }

    private static int whole(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
