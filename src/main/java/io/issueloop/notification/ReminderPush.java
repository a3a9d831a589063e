package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reminders of an issue's due time. One that has been overtaken by the next stage, by another
 * handler or by the solution is left out.
 */
@Component
class ReminderPush implements PushKind {

    static final String NAME = "REMINDER";

    private final Issues issues;
    private final ReminderTimes times;
    private final Directory people;
    private final Links links;

    ReminderPush(Issues issues, ReminderTimes times, Directory people, Links links) {
        this.issues = issues;
        this.times = times;
        this.people = people;
        this.links = links;
    }

    /**
     * Which stage of which assignment and which attempt to solve it, and towards which due time: a
     * stage is told again only where that moved away.
     */
    static String detail(Issue issue, ReminderStage stage) {
        return turn(issue, stage) + "/" + due(issue);
    }

    private static String turn(Issue issue, ReminderStage stage) {
        return "%s/%d/%d".formatted(stage, issue.assignmentCount(), issue.resolutionCount());
    }

    /** Seconds since 1970. */
    static long due(Issue issue) {
        return issue.personalDueAt().map(Instant::getEpochSecond).orElse(0L);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Line> line(String businessKey, String detail, UserId to) {
        var issue = issues.get(IssueNo.of(businessKey));
        var stage = ReminderStage.valueOf(detail.split("/", 2)[0]);
        var isOvertaken = !(detail + "/").startsWith(turn(issue, stage) + "/");
        if (isOvertaken || !times.isWorthTelling(issue.no(), stage)) {
            return Optional.empty();
        }
        var left = times.left(issue);
        var link = links.issue(issue.no());
        return Optional.of(
                issue.handler().equals(Optional.of(to))
                        ? ReminderTexts.toHandler(issue, stage, left, link)
                        : ReminderTexts.toLead(issue, stage, left, people, link));
    }

    @Override
    public String heading(int count) {
        return "您有 %d 个问题即将到期或已到期".formatted(count);
    }

    @Override
    public URI all() {
        return links.handledByMe();
    }
}
