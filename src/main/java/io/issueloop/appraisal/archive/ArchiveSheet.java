package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.KeptRows.Value;
import io.issueloop.kpi.KpiStatus;
import io.issueloop.kpi.Period;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A snapshot as xlsx; the same snapshot gives the same bytes. Texts are texts, never formulas. */
@Component
class ArchiveSheet {

    private static final String HEAD = "E9F0FC";
    private static final List<String> VALUES =
            List.of(
                    "周期", "指标", "名称", "口径", "计入考核", "对象", "对象名称", "数值", "分子", "分母", "样本数", "目标",
                    "状态");
    private final KeptRows kept;

    ArchiveSheet(KeptRows kept) {
        this.kept = kept;
    }

    void write(Period quarter, int revision, OutputStream out) throws IOException {
        var head = kept.head(quarter, revision).orElseThrow();
        try (var written = ArchiveFile.of(raw -> sheets(quarter, revision, head, raw))) {
            FixedZip.copy(written.path(), OffsetDateTime.parse(head.lockedAt()).toInstant(), out);
        }
    }

    /** One after the other, each finished before the next begins. */
    private void sheets(Period quarter, int revision, SnapshotHead head, OutputStream out)
            throws IOException {
        try (var workbook = new Workbook(out, "IssueLoop", "1.0")) {
            var cover = workbook.newWorksheet("说明");
            ArchiveCover.write(cover, head);
            cover.finish();
            var numbers = workbook.newWorksheet("数值");
            values(numbers, head, kept.values(quarter, revision));
            numbers.finish();
            var lines = new ArchiveLines(workbook);
            kept.lines(quarter, revision, lines::add);
            lines.finish();
        }
    }

    private static void values(Worksheet sheet, SnapshotHead head, List<Value> values) {
        titles(sheet, VALUES);
        int row = 1;
        for (var value : values) {
            var name =
                    head.definitions().stream()
                            .filter(kpi -> kpi.metric().equals(value.metric()))
                            .findFirst()
                            .map(SnapshotHead.Definition::name)
                            .orElse(value.metric());
            texts(sheet, row, 0, value.period(), value.metric(), name, value.basis());
            texts(sheet, row, 4, value.counts() ? "是" : "参考", value.scope(), value.scopeName());
            number(sheet, row, 7, Objects.requireNonNullElse(value.value(), ""));
            number(sheet, row, 8, value.numerator());
            number(sheet, row, 9, value.denominator());
            sheet.value(row, 10, value.n());
            number(sheet, row, 11, Objects.requireNonNullElse(value.target(), ""));
            sheet.value(row, 12, KpiStatus.valueOf(value.status()).label());
            row++;
        }
    }

    static void titles(Worksheet sheet, List<String> titles) {
        texts(sheet, 0, 0, titles.toArray(String[]::new));
        sheet.range(0, 0, 0, titles.size() - 1).style().bold().fillColor(HEAD).set();
        sheet.freezePane(0, 1);
        for (int column = 0; column < titles.size(); column++) {
            sheet.width(column, titles.get(column).equals("原因") ? 48 : 16);
        }
    }

    static void texts(Worksheet sheet, int row, int from, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, from + i, texts[i]);
        }
    }

    static void number(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, new BigDecimal(text).stripTrailingZeros());
        }
    }
}
