package io.issueloop.bench;

import java.util.Locale;

/** What a figure has to reach (trust.md §3). */
record Mark(String text, double pass, double excellent, boolean higherIsBetter) {

    static Mark atLeast(double pass, double excellent) {
        return new Mark(text("≥", pass, excellent), pass, excellent, true);
    }

    static Mark atMost(double pass, double excellent) {
        return new Mark(text("≤", pass, excellent), pass, excellent, false);
    }

    /** A limit of the figure itself, not of the ratio. */
    static Mark limit(double most) {
        return new Mark("product ≤ " + trimmed(most), most, most, false);
    }

    private static String text(String sign, double pass, double excellent) {
        var text = "ratio " + sign + " " + trimmed(pass);
        return pass == excellent ? text : text + ", better " + trimmed(excellent);
    }

    private static String trimmed(double number) {
        return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.2f", number);
    }

    boolean isMissed(double value) {
        return !reaches(value, pass);
    }

    String verdict(double value) {
        if (isMissed(value)) {
            return "MISSED";
        }
        return pass != excellent && reaches(value, excellent) ? "excellent" : "pass";
    }

    private boolean reaches(double value, double mark) {
        return higherIsBetter ? value >= mark : value <= mark;
    }
}
