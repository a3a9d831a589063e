package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of proposals. */
@Component
class ProposalStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many there have been; the next takes the number after it. */
    int count(IssueNo issueNo) {
        return jdbc.sql("select coalesce(max(number), 0) from proposal where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .query(Integer.class)
                .single();
    }

    /**
     * @throws Refused when another one is open
     */
    void add(Proposal proposal) {
        var added =
                jdbc.sql(
                                """
                insert into proposal (issue_no, number, kind, proposed_by, proposed_at, reason, target, urgency, shares, reviewer, state)
                values (:issueNo, :number, :kind, :by, :at, :reason, :target, :urgency, cast(:shares as jsonb), :reviewer, 'OPEN')
                on conflict do nothing
                """)
                        .param("issueNo", proposal.issueNo().value())
                        .param("number", proposal.number())
                        .param("kind", proposal.kind().name())
                        .param("by", proposal.proposedBy().value())
                        .param("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
                        .param("reason", proposal.reason())
                        .param("target", proposal.target().map(IssueNo::value).orElse(null))
                        .param("urgency", proposal.urgency().map(Enum::name).orElse(null))
                        .param("shares", ShareText.stored(proposal.shares()))
                        .param("reviewer", proposal.reviewer().value())
                        .update();
        if (added == 0) {
            throw new Refused("该问题已有一项提议待负责人确认，请等待确认后再提");
        }
    }

    /** Settles an open one; false when somebody was faster. */
    boolean settle(Proposal proposal, Proposal.State state, UserId by, String reason) {
        return jdbc.sql(
                                """
                update proposal set state = :state, decided_by = :by, decided_at = :now, decision_reason = :reason
                 where issue_no = :issueNo and number = :number and state = 'OPEN'
                """)
                        .param("state", state.name())
                        .param("by", by.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("issueNo", proposal.issueNo().value())
                        .param("number", proposal.number())
                        .update()
                == 1;
    }

    /** All of an issue, the oldest first. */
    List<Proposal> of(IssueNo issueNo) {
        return jdbc.sql("select * from proposal where issue_no = :issueNo order by number")
                .param("issueNo", issueNo.value())
                .query(ProposalStore::proposal)
                .list();
    }

    Optional<Proposal> find(IssueNo issueNo, int number) {
        return of(issueNo).stream().filter(one -> one.number() == number).findFirst();
    }

    Optional<Proposal> open(IssueNo issueNo) {
        return of(issueNo).stream().filter(Proposal::isOpen).findFirst();
    }

    private static Proposal proposal(ResultSet row, int index) throws SQLException {
        return new Proposal(
                IssueNo.of(row.getString("issue_no")),
                row.getInt("number"),
                ProposalKind.valueOf(row.getString("kind")),
                UserId.of(row.getString("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                Optional.ofNullable(row.getString("target")).map(IssueNo::of),
                Optional.ofNullable(row.getString("urgency")).map(Urgency::valueOf),
                ShareText.read(row.getString("shares")),
                UserId.of(row.getString("reviewer")),
                Proposal.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("decided_by")).map(UserId::of),
                Optional.ofNullable(row.getString("decision_reason")).orElse(""));
    }
}
