package io.issueloop.appraisal.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet of an archive: who locked what, by which versions and from which facts. */
final class ArchiveCover {

    private ArchiveCover() {}

    static void write(Worksheet sheet, SnapshotHead head, ArchivePart part) {
        int row = 0;
        for (var line : lines(head, part)) {
            for (int column = 0; column < line.size(); column++) {
                sheet.value(row, column, line.get(column));
            }
            sheet.style(row, 0).bold().set();
            row++;
        }
        sheet.width(0, 20);
        sheet.width(1, 30);
        sheet.width(2, 80);
    }

    private static List<List<String>> lines(SnapshotHead head, ArchivePart part) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("季度", head.label(), head.quarter()));
        if (part.isOneOfMany()) {
            lines.add(
                    List.of(
                            "文件",
                            "第 %d 个，共 %d 个".formatted(part.number(), part.parts()),
                            "数值在第 1 个文件，明细按顺序分在各文件"));
        }
        lines.add(List.of("修订", String.valueOf(head.revision()), head.reason()));
        lines.add(List.of("锁定时间", head.lockedAt()));
        lines.add(List.of("申请人", head.signedBy().name(), head.signedBy().userid()));
        lines.add(List.of("复核人", head.lockedBy().name(), head.lockedBy().userid()));
        lines.add(List.of("日历版本", String.valueOf(head.calendarVersion())));
        lines.add(List.of("定义版本", String.valueOf(head.definitionVersion())));
        lines.add(List.of("计算语句", "sha256", head.statements()));
        head.decisions().forEach(table -> lines.add(List.of("决策表", table)));
        lines.add(List.of("数值校验", "sha256", head.fingerprint()));
        lines.add(List.of("输入校验", "sha256", head.inputsSha256()));
        head.inputs()
                .forEach(one -> lines.add(List.of("　" + one.kind(), one.n() + " 条", one.sha256())));
        head.definitions().forEach(kpi -> lines.add(definition(kpi)));
        head.adjustments()
                .forEach(
                        one ->
                                lines.add(
                                        List.of(
                                                "人工调整",
                                                "%s %s → %s"
                                                        .formatted(
                                                                one.metric(),
                                                                one.scope(),
                                                                one.value()),
                                                one.reason() + "（" + one.by() + "）")));
        return lines;
    }

    private static List<String> definition(SnapshotHead.Definition kpi) {
        var target = Objects.requireNonNullElse(kpi.target(), "—");
        return List.of(
                kpi.metric() + " " + kpi.name(),
                "口径 %s，目标 %s，权重 %s".formatted(kpi.basis(), target, kpi.weight()),
                kpi.formula());
    }
}
