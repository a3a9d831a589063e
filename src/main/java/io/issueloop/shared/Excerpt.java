package io.issueloop.shared;

/** The beginning of a text that is too long for where it is shown. */
public final class Excerpt {

    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private Excerpt() {}

    /** At most {@code most} characters, cut with an ellipsis and never inside an emoji. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        while (end > 0 && isInside(text, end)) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** Between the halves of a character, before what changes it, or where two are joined. */
    private static boolean isInside(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && isHigh(text, at - 1)
                || isModifier(text.codePointAt(at))
                || text.charAt(at - 1) == ZERO_WIDTH_JOINER;
    }

    private static boolean isHigh(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at));
    }

    private static boolean isModifier(int point) {
        return point == ZERO_WIDTH_JOINER
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0x1F3FB && point <= 0x1F3FF
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }
}
