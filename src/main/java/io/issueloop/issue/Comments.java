package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about an issue besides working on it. */
@Service
@Transactional
public class Comments {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Clock clock;

    Comments(IssuesInHand issues, IssueLog events, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps at most 2,000 characters. */
    public void add(IssueNo issueNo, UserId by, String text) {
        var length = text.codePointCount(0, text.length());
        var kept =
                length <= IntakeRules.MAX_DESCRIPTION
                        ? text
                        : text.substring(
                                0, text.offsetByCodePoints(0, IntakeRules.MAX_DESCRIPTION));
        events.append(
                issues.get(issueNo),
                IssueEventType.COMMENTED,
                by,
                clock.instant(),
                Map.of("text", kept));
    }
}
