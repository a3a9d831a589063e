package io.issueloop.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as xlsx: numbers are numbers, all else is text that starts no formula (trust.md §2). */
final class XlsxText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,10})?");
    private static final double WIDE = 40;
    private static final double NARROW = 16;

    private XlsxText() {}

    /**
     * @param rows the first is the head
     */
    static byte[] of(String title, List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "IssueLoop", "1.0")) {
            var sheet = workbook.newWorksheet(title);
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row, rows.get(row));
            }
            head(sheet, rows.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (row > 0 && NUMBER.matcher(cell).matches()) {
                sheet.value(row, column, new BigDecimal(cell));
            } else {
                sheet.inlineString(row, column, CsvText.guarded(cell));
            }
        }
    }

    private static void head(Worksheet sheet, List<String> head) {
        for (int column = 0; column < head.size(); column++) {
            sheet.width(column, head.get(column).equals("原因") ? WIDE : NARROW);
        }
        sheet.range(0, 0, 0, head.size() - 1).style().bold().fillColor("E9F0FC").set();
    }
}
