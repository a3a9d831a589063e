package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells reporters who takes care of their issue, and until when. */
@Component
class ReceivedPush implements PushKind {

    static final String NAME = "RECEIVED";

    private final Issues issues;
    private final Directory people;
    private final Links links;

    ReceivedPush(Issues issues, Directory people, Links links) {
        this.issues = issues;
        this.people = people;
        this.links = links;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Line> line(String businessKey, String detail, UserId to) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (issue.status().isEnd()) {
            return Optional.empty();
        }
        var notice = CardTexts.received(issue, people, links.issue(issue.no()));
        var brief =
                "%s %s（%s，%s 前）"
                        .formatted(
                                issue.no(),
                                issue.title(),
                                issue.handler().map(people::name).orElse("待定"),
                                issue.dueAt().map(Times::spoken).orElse("待定"));
        return Optional.of(new Line(notice.title(), brief, notice.text(), notice.link()));
    }

    @Override
    public String heading(int count) {
        return "您提报的 %d 个问题已受理".formatted(count);
    }

    @Override
    public URI all() {
        return links.reportedByMe();
    }
}
