package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.KeptRows.Line;
import io.issueloop.appraisal.archive.KeptRows.Value;
import io.issueloop.kpi.KpiStatus;
import io.issueloop.kpi.Period;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final int MOST_ROWS = 1_000_000;
    private static final List<String> VALUES =
            List.of(
                    "周期", "指标", "名称", "口径", "计入考核", "对象", "对象名称", "数值", "分子", "分母", "样本数", "目标",
                    "状态");
    private static final List<String> LINES =
            List.of("周期", "指标", "口径", "编号", "团队", "团队名称", "人员", "姓名", "是否计入", "原因", "分子", "分母");

    private final KeptRows kept;

    ArchiveSheet(KeptRows kept) {
        this.kept = kept;
    }

    byte[] of(Period quarter, int revision) {
        var head = kept.head(quarter, revision).orElseThrow();
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "IssueLoop", "1.0")) {
            ArchiveCover.write(workbook.newWorksheet("说明"), head);
            values(workbook.newWorksheet("数值"), head, kept.values(quarter, revision));
            var lines = new Lines(workbook);
            kept.lines(quarter, revision, lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FixedZip.of(out.toByteArray(), OffsetDateTime.parse(head.lockedAt()).toInstant());
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

    /** As many sheets as it takes. */
    private static final class Lines {

        private final Workbook workbook;
        private Worksheet sheet;
        private int sheets = 1;
        private int row = 1;

        Lines(Workbook workbook) {
            this.workbook = workbook;
            this.sheet = begin();
        }

        private Worksheet begin() {
            var next = workbook.newWorksheet(sheets == 1 ? "明细" : "明细 " + sheets);
            titles(next, LINES);
            return next;
        }

        void add(Line line) {
            if (row > MOST_ROWS) {
                sheets++;
                sheet = begin();
                row = 1;
            }
            texts(sheet, row, 0, line.period(), line.metric(), line.basis(), line.issueNo());
            texts(sheet, row, 4, line.team(), line.teamName(), line.person(), line.personName());
            texts(sheet, row, 8, line.included() ? "计入" : "未计入", line.reason());
            number(sheet, row, 10, line.numerator());
            number(sheet, row, 11, line.denominator());
            row++;
        }
    }

    private static void titles(Worksheet sheet, List<String> titles) {
        texts(sheet, 0, 0, titles.toArray(String[]::new));
        sheet.range(0, 0, 0, titles.size() - 1).style().bold().fillColor(HEAD).set();
        sheet.freezePane(0, 1);
        for (int column = 0; column < titles.size(); column++) {
            sheet.width(column, titles.get(column).equals("原因") ? 48 : 16);
        }
    }

    private static void texts(Worksheet sheet, int row, int from, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, from + i, texts[i]);
        }
    }

    private static void number(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, new BigDecimal(text).stripTrailingZeros());
        }
    }
}
