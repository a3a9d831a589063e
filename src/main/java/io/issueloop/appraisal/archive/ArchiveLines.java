package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.KeptRows.Line;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The lines of a snapshot, on as many sheets as it takes; only the last rows are in memory. */
final class ArchiveLines {

    private static final int MOST_ROWS = 1_000_000;
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final List<String> TITLES =
            List.of("周期", "指标", "口径", "编号", "团队", "团队名称", "人员", "姓名", "是否计入", "原因", "分子", "分母");

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    /** The sheets before must be finished. */
    ArchiveLines(Workbook workbook) {
        this.workbook = workbook;
        this.sheet = begin();
    }

    void add(Line line) {
        if (row > MOST_ROWS) {
            finish();
            sheets++;
            sheet = begin();
            row = 1;
        }
        ArchiveSheet.texts(
                sheet, row, 0, line.period(), line.metric(), line.basis(), line.issueNo());
        ArchiveSheet.texts(
                sheet, row, 4, line.team(), line.teamName(), line.person(), line.personName());
        ArchiveSheet.texts(sheet, row, 8, line.included() ? "计入" : "未计入", line.reason());
        ArchiveSheet.number(sheet, row, 10, line.numerator());
        ArchiveSheet.number(sheet, row, 11, line.denominator());
        if (row++ % ROWS_IN_MEMORY == 0) {
            ArchiveSheet.written(sheet::flush);
        }
    }

    void finish() {
        ArchiveSheet.written(sheet::finish);
    }

    private Worksheet begin() {
        var next = workbook.newWorksheet(sheets == 1 ? "明细" : "明细 " + sheets);
        ArchiveSheet.titles(next, TITLES);
        return next;
    }
}
