package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirmed links between issues: the LINKED events that no UNLINKED took back. */
@Service
@Transactional
public class IssueLinks {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final IssueLeads leads;
    private final JdbcClient jdbc;
    private final Clock clock;

    IssueLinks(
            IssuesInHand issues, IssueLog events, IssueLeads leads, JdbcClient jdbc, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.leads = leads;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One side of a link.
     *
     * @param other the issue at its other end
     * @param outgoing whether this issue is the later one: the duplicate, the recurrence
     */
    public record Link(Issue other, LinkKind kind, boolean outgoing) {}

    /** Both directions, the oldest first. */
    @Transactional(readOnly = true)
    public List<Link> of(IssueNo issueNo) {
        return jdbc.sql(
                        """
                select issue_no, target, kind from issue_link
                 where issue_no = :issueNo or target = :issueNo order by linked_at, id
                """)
                .param("issueNo", issueNo.value())
                .query(
                        (row, index) -> {
                            var outgoing = row.getString("issue_no").equals(issueNo.value());
                            var other = row.getString(outgoing ? "target" : "issue_no");
                            return new Link(
                                    issues.get(IssueNo.of(other)),
                                    LinkKind.valueOf(row.getString("kind")),
                                    outgoing);
                        })
                .list();
    }

    /**
     * A lead takes a link back; an issue closed as a duplicate stays closed until it is reopened.
     */
    public void takeBack(IssueNo issueNo, IssueNo other, UserId by, String reason) {
        var issue = issues.get(issueNo);
        if (!leads.of(issue).contains(by)) {
            throw new Refused("只有负责人可以取消关联");
        }
        if (reason.isBlank()) {
            throw new Refused("请写明取消关联的原因");
        }
        if (of(issueNo).stream().noneMatch(link -> link.outgoing() && isTo(link, other))) {
            throw new Refused("没有与 %s 的关联，可能已经取消".formatted(other));
        }
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.UNLINKED,
                by,
                clock.instant(),
                Map.of("to", other.value(), "reason", reason.strip()));
    }

    void confirm(Issue issue, IssueNo other, LinkKind kind, UserId lead) {
        events.append(
                issue,
                IssueEventType.LINKED,
                lead,
                clock.instant(),
                Map.of("to", other.value(), "kind", kind.name()));
    }

    /** Whether following the links from one issue ends at another: they must make no circle. */
    boolean leadsTo(IssueNo from, IssueNo to) {
        return of(from).stream()
                .filter(Link::outgoing)
                .anyMatch(link -> isTo(link, to) || leadsTo(link.other().no(), to));
    }

    private static boolean isTo(Link link, IssueNo other) {
        return link.other().no().equals(other);
    }
}
