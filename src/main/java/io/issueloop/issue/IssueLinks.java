package io.issueloop.issue;

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
    private final JdbcClient jdbc;
    private final Clock clock;

    IssueLinks(IssuesInHand issues, IssueLog events, JdbcClient jdbc, Clock clock) {
        this.issues = issues;
        this.events = events;
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
