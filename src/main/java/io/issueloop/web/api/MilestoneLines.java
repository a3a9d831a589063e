package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Milestones.Milestone;
import io.issueloop.issue.imports.UploadedTable.Line;
import io.issueloop.shared.Refused;
import java.util.ArrayList;
import java.util.List;

/** Milestones as they stand in a file: all of it is right, or nothing of it is taken. */
final class MilestoneLines {

    static final List<String> COLUMNS = List.of("项目", "里程碑", "计划日期", "交付日期");

    private static final int MAX_NAME = 200;
    private static final int SAID = 5;

    private MilestoneLines() {}

    /**
     * @throws Refused with the first lines that are wrong
     */
    static List<Milestone> read(List<Line> lines) {
        var wrong = new ArrayList<String>();
        var milestones = new ArrayList<Milestone>();
        for (var line : lines) {
            var objection = objection(line);
            if (objection.isEmpty()) {
                milestones.add(
                        new Milestone(
                                line.text("项目"),
                                line.text("里程碑"),
                                line.day("计划日期").orElseThrow(),
                                line.day("交付日期").orElse(null)));
            } else {
                wrong.add("第 %d 行：%s".formatted(line.line(), objection));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(
                    "没有导入，请改正后重试。"
                            + String.join("；", wrong.subList(0, Math.min(SAID, wrong.size())))
                            + (wrong.size() > SAID ? "；共 %d 处".formatted(wrong.size()) : ""));
        }
        return milestones;
    }

    private static String objection(Line line) {
        for (var column : COLUMNS.subList(0, 2)) {
            if (line.text(column).isEmpty() || line.text(column).length() > MAX_NAME) {
                return "请填写%s（至多 %d 字）".formatted(column, MAX_NAME);
            }
        }
        if (line.day("计划日期").isEmpty()) {
            return "计划日期看不懂，例如 2026-11-30";
        }
        boolean odd = !line.text("交付日期").isEmpty() && line.day("交付日期").isEmpty();
        return odd ? "交付日期看不懂，未交付请留空" : "";
    }
}
