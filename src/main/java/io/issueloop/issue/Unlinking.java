package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead takes a confirmed link back. An issue that was closed because of it was never solved, so
 * it goes back to work with that.
 */
@Service
@Transactional
public class Unlinking {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final IssueLinks links;
    private final IssueLeads leads;
    private final MistakenDuplicates duplicates;
    private final Clock clock;

    Unlinking(
            IssuesInHand issues,
            IssueLog events,
            IssueLinks links,
            IssueLeads leads,
            MistakenDuplicates duplicates,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.links = links;
        this.leads = leads;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** Whether the person may, for whatever this issue is linked to. */
    @Transactional(readOnly = true)
    public boolean mayTakeBack(Issue issue, UserId user) {
        return leads.of(issue).contains(user);
    }

    /** The issue this one was closed as a duplicate of; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<IssueNo> closedFor(Issue issue) {
        return duplicates.closedAt(issue).isEmpty()
                ? Optional.empty()
                : links.of(issue.no()).stream()
                        .filter(link -> link.outgoing() && isDuplicate(link))
                        .map(link -> link.other().no())
                        .reduce((earlier, later) -> later);
    }

    /**
     * Takes it back.
     *
     * @throws Refused when the person is no lead of it, gives no reason, or the link is gone
     */
    public void takeBack(IssueNo issueNo, IssueNo other, UserId by, String reason) {
        var issue = issues.get(issueNo);
        check(issue, other, by, reason);
        var closed =
                closedFor(issue).filter(other::equals).flatMap(is -> duplicates.closedAt(issue));
        var why = reason.strip();
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.UNLINKED,
                by,
                clock.instant(),
                Map.of("to", other.value(), "reason", why));
        var payload = Map.<String, Object>of("reason", "不是重复：" + why, "unlinked", other.value());
        closed.ifPresent(at -> duplicates.bringBack(issue, at, by, payload));
    }

    private void check(Issue issue, IssueNo other, UserId by, String reason) {
        if (!mayTakeBack(issue, by)) {
            throw new Refused("只有负责人可以取消关联");
        }
        if (reason.isBlank()) {
            throw new Refused("请写明取消关联的原因");
        }
        if (links.of(issue.no()).stream()
                .noneMatch(link -> link.outgoing() && link.other().no().equals(other))) {
            throw new Refused("没有与 %s 的关联，可能已经取消".formatted(other));
        }
    }

    private static boolean isDuplicate(IssueLinks.Link link) {
        return link.kind() == LinkKind.DUPLICATE_REPORT;
    }
}
