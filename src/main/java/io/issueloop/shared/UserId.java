package io.issueloop.shared;

import java.util.regex.Pattern;

/**
 * A member's WeCom userid: 1–64 letters, digits and {@code _-@.}, compared without regard to case
 * by WeCom and therefore kept as WeCom gave it (WeCom page 90195).
 */
public record UserId(String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_\\-@.]{0,63}");

    /** The application itself, acting where no member does (timers, callbacks from {@code sys}). */
    public static final UserId SYSTEM = new UserId("issueloop");

    /**
     * @throws IllegalArgumentException when the text is not a userid
     */
    public UserId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a userid: " + value);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not a userid
     */
    public static UserId of(String value) {
        return new UserId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
