package io.issueloop.web.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV in UTF-8 for spreadsheets: no cell can start a formula (trust.md §2). */
final class CsvText {

    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    /** With a byte order mark, so that Excel reads Chinese. */
    static byte[] of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String text) {
        var safe = guarded(text);
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** With an apostrophe in front where a spreadsheet would calculate. */
    static String guarded(String text) {
        var start = text.stripLeading().isEmpty() ? text : text.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
