package io.issueloop.issue.imports;

/**
 * Keeps what people wrote from being calculated by a spreadsheet: text that would start a formula
 * gets an apostrophe in front, which reading takes away again (trust.md §2).
 */
final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    static String guarded(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    static String read(String text) {
        return text.startsWith("'") && startsFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
