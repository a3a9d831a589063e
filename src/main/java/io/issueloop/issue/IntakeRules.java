package io.issueloop.issue;

import io.issueloop.directory.PilotScope;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Component;

/** What a report must look like, the same for every door (design.md §3). */
@Component
public class IntakeRules {

    /** Longest description, in characters. */
    public static final int MAX_DESCRIPTION = 2000;

    /** History may be of anybody: who takes part in the trial matters for what is reported now. */
    private static final String IMPORT = "IMPORT";

    private final Projects projects;
    private final PilotScope pilot;

    IntakeRules(Projects projects, PilotScope pilot) {
        this.projects = projects;
        this.pilot = pilot;
    }

    /**
     * Turns what a person wrote into a report: an empty urgency is 中, an empty project 其他.
     *
     * @throws Refused with the Chinese reason
     */
    public ReportIssue check(
            UserId reporter,
            String description,
            String urgency,
            String project,
            boolean major,
            String source) {
        if (!source.equals(IMPORT)) {
            pilot.requireTakesPart(reporter);
        }
        var text = description.strip();
        if (text.isEmpty()) {
            throw new Refused("请填写问题描述");
        }
        var length = text.codePointCount(0, text.length());
        if (length > MAX_DESCRIPTION) {
            throw new Refused("问题描述最多 %d 字，现在有 %d 字，请精简".formatted(MAX_DESCRIPTION, length));
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refused("问题描述含有无法保存的字符，请删除后重试");
        }
        var chosen = urgency.isBlank() ? Urgency.MEDIUM.label() : urgency.strip();
        var known =
                Urgency.labelled(chosen)
                        .orElseThrow(
                                () -> new Refused("紧急程度“%s”无效，请选择 紧急、高、中 或 低".formatted(chosen)));
        var named = project.isBlank() ? Projects.OTHER : project.strip();
        var options = projects.names();
        if (!options.contains(named)) {
            throw new Refused("关联项目“%s”不存在，可选：%s".formatted(named, String.join("、", options)));
        }
        return new ReportIssue(reporter, text, known, named, major, source);
    }
}
