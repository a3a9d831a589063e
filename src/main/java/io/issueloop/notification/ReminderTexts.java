package io.issueloop.notification;

import io.issueloop.calendar.WorkingTime;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.ReminderStage;
import io.issueloop.notification.PushKind.Line;
import java.net.URI;
import java.time.Duration;

/** What reminders say: Chinese, short, one link each. Pure functions of the issue. */
final class ReminderTexts {

    private ReminderTexts() {}

    /**
     * @param left working time until the due time; negative is how long it has passed
     */
    static Line toHandler(Issue issue, ReminderStage stage, Duration left, URI link) {
        var advice =
                switch (stage) {
                    case REMIND -> "请按时处理；需要等待时可在问题页暂停并说明原因";
                    case URGE -> "请尽快处理；来不及请转交同事，或在问题页暂停并说明原因";
                    case ESCALATE -> "已告知负责人，请尽快解决并提交方案";
                };
        return new Line(
                heading(stage) + issue.title(),
                brief(issue, stage, left),
                "%s\n截止时间：%s（%s）\n%s".formatted(issue.no(), due(issue), spoken(left), advice),
                link);
    }

    /** To a lead or the CTO. */
    static Line toLead(
            Issue issue, ReminderStage stage, Duration left, Directory people, URI link) {
        return new Line(
                heading(stage) + issue.title(),
                brief(issue, stage, left),
                "%s\n处理人：%s\n紧急程度：%s\n截止时间：%s（%s）\n请了解进展，必要时协调资源或改派"
                        .formatted(
                                issue.no(),
                                handler(issue, people),
                                issue.urgency().label(),
                                due(issue),
                                spoken(left)),
                link);
    }

    /** Said in the group, where everybody can read it. */
    static String calledOut(Issue issue, Duration left, Directory people, URI link) {
        return "【已到期】%s\n%s\n处理人：%s\n截止时间：%s（%s）\n%s"
                .formatted(
                        issue.title(),
                        issue.no(),
                        handler(issue, people),
                        due(issue),
                        spoken(left),
                        link);
    }

    /** E.g. 剩 1 天 3 小时, or 已超 2 小时; in working time. */
    static String spoken(Duration left) {
        return left.isNegative()
                ? "已超 " + WorkingTime.spoken(left.negated())
                : left.isZero() ? "现在到期" : "剩 " + WorkingTime.spoken(left) + "工作时间";
    }

    private static String heading(ReminderStage stage) {
        return switch (stage) {
            case REMIND -> "时限已用一半：";
            case URGE -> "即将到期：";
            case ESCALATE -> "已到期未解决：";
        };
    }

    private static String brief(Issue issue, ReminderStage stage, Duration left) {
        return "【%s】%s（%s）".formatted(stage.label(), issue.title(), spoken(left));
    }

    private static String due(Issue issue) {
        return issue.personalDueAt().map(Times::spoken).orElse("待定");
    }

    private static String handler(Issue issue, Directory people) {
        return issue.handler().map(people::name).orElse("待定");
    }
}
