package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.KeptRows.Value;
import io.issueloop.appraisal.archive.SnapshotHead.Definition;
import io.issueloop.kpi.KpiStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The numbers of a snapshot on one sheet; only the last rows are in memory. */
final class ArchiveValues {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final List<String> TITLES =
            List.of(
                    "周期", "指标", "名称", "口径", "计入考核", "对象", "对象名称", "数值", "分子", "分母", "样本数", "目标",
                    "状态");

    private final Worksheet sheet;
    private final Map<String, String> names;
    private int row = 1;

    /** The sheets before must be finished. */
    ArchiveValues(Workbook workbook, SnapshotHead head) {
        sheet = workbook.newWorksheet("数值");
        names =
                head.definitions().stream()
                        .collect(
                                Collectors.toMap(
                                        Definition::metric, Definition::name, (one, other) -> one));
        ArchiveSheet.titles(sheet, TITLES);
    }

    void add(Value value) {
        var name = names.getOrDefault(value.metric(), value.metric());
        ArchiveSheet.texts(sheet, row, 0, value.period(), value.metric(), name, value.basis());
        ArchiveSheet.texts(
                sheet, row, 4, value.counts() ? "是" : "参考", value.scope(), value.scopeName());
        ArchiveSheet.number(sheet, row, 7, Objects.requireNonNullElse(value.value(), ""));
        ArchiveSheet.number(sheet, row, 8, value.numerator());
        ArchiveSheet.number(sheet, row, 9, value.denominator());
        sheet.value(row, 10, value.n());
        ArchiveSheet.number(sheet, row, 11, Objects.requireNonNullElse(value.target(), ""));
        sheet.value(row, 12, KpiStatus.valueOf(value.status()).label());
        if (row++ % ROWS_IN_MEMORY == 0) {
            ArchiveSheet.written(sheet::flush);
        }
    }

    void finish() {
        ArchiveSheet.written(sheet::finish);
    }
}
