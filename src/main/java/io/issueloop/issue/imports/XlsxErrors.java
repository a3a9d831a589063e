package io.issueloop.issue.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** As xlsx; written on the way, not held. */
final class XlsxErrors extends ErrorRows {

    private static final int FLUSH_EVERY = 200;
    private static final double WIDE = 40;
    private static final double NARROW = 18;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxErrors(OutputStream out) throws IOException {
        workbook = new Workbook(out, "IssueLoop", "1.0");
        sheet = workbook.newWorksheet("错误行");
        var head = head();
        for (int column = 0; column < head.size(); column++) {
            var wide = column == ImportColumn.DESCRIPTION.ordinal() || column == head.size() - 1;
            sheet.width(column, wide ? WIDE : NARROW);
        }
        sheet.freezePane(0, 1);
        write(head);
        sheet.range(0, 0, 0, head.size() - 1).style().bold().fillColor("E9F0FC").set();
        sheet.style(0, head.size() - 1).fontColor("C2362B").set();
    }

    @Override
    void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    void finish() throws IOException {
        workbook.finish();
    }
}
