package io.issueloop.notification;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reminds a reporter to evaluate; the detail is the resolution. */
@Component
class EvaluationReminderPush implements PushKind {

    static final String NAME = "EVALUATION_REMINDER";

    private final Issues issues;
    private final Links links;

    EvaluationReminderPush(Issues issues, Links links) {
        this.issues = issues;
        this.links = links;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Line> line(String businessKey, String detail, UserId to) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (issue.status() != IssueStatus.RESOLVED
                || !detail.equals(Integer.toString(issue.resolutionCount()))) {
            return Optional.empty();
        }
        var notice = CardTexts.evaluationReminder(issue, links.issue(issue.no()));
        return Optional.of(
                new Line(
                        notice.title(),
                        "请评价：%s（%s）".formatted(issue.title(), issue.no()),
                        notice.text(),
                        notice.link()));
    }

    @Override
    public String heading(int count) {
        return "有 %d 个解决方案待您评价".formatted(count);
    }

    @Override
    public URI all() {
        return links.reportedByMe();
    }
}
