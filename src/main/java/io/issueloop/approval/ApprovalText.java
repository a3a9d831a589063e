package io.issueloop.approval;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.issue.Issue;
import io.issueloop.shared.Zones;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The facts an approver decides on, the same at every door (design.md §1): what, impact, plan.
 *
 * @param what the description, as the reporter wrote it
 */
public record ApprovalText(String what, String impact, String plan) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    /**
     * @param impactWords found in the description by the table; may be none
     */
    static ApprovalText of(Issue issue, List<String> impactWords, Directory people) {
        return new ApprovalText(
                issue.description().strip(), impact(issue, impactWords), plan(issue, people));
    }

    private static String impact(Issue issue, List<String> impactWords) {
        var words = impactWords.isEmpty() ? "提报人勾选为重大问题" : "涉及" + String.join("、", impactWords);
        return "%s；紧急程度：%s；关联项目：%s".formatted(words, issue.urgency().label(), issue.project());
    }

    private static String plan(Issue issue, Directory people) {
        var team = issue.team().flatMap(people::team).map(Team::name).orElse("待定");
        var handler = issue.handler().map(people::name).orElse("待定");
        var due = issue.dueAt().map(at -> TIME.format(at.atZone(Zones.REPORTING))).orElse("待定");
        return "批准后由%s（%s）处理；时限 %s 个工作日，原定 %s 前解决，等待审批的时间顺延"
                .formatted(handler, team, issue.serviceLevel().toMinutes() / 480, due);
    }
}
