package io.issueloop.operations.doctor;

/**
 * What a check found.
 *
 * @param text in Chinese
 * @param advice what to do, in Chinese; empty where there is nothing to do
 */
public record Finding(Level level, String text, String advice) {

    /** How bad it is. */
    public enum Level {
        OK("✓"),
        WARNING("!"),
        BROKEN("✗"),
        SKIPPED("－");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    static Finding ok(String text) {
        return new Finding(Level.OK, text, "");
    }

    static Finding warning(String text, String advice) {
        return new Finding(Level.WARNING, text, advice);
    }

    static Finding broken(String text, String advice) {
        return new Finding(Level.BROKEN, text, advice);
    }

    static Finding skipped(String text) {
        return new Finding(Level.SKIPPED, text, "");
    }
}
