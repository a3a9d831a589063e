package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who have the same problem: whoever said 我也遇到, and the reporters of confirmed duplicates.
 * They are told when it is solved; joining is no submission (kpi.md §3 T3).
 */
@Service
@Transactional
public class Followers {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Followers(IssuesInHand issues, IssueLog events, JdbcClient jdbc, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why somebody is told. */
    public enum Because {
        JOINED,
        DUPLICATE
    }

    /** Somebody who is told. */
    public record Follower(UserId user, Because because, Instant since) {}

    /** 我也遇到; a second time changes nothing. */
    public void join(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        if (issue.status().isEnd()) {
            throw new Refused("该问题已结束（%s）；如果又遇到，请提报新问题".formatted(issue.status().label()));
        }
        if (by.equals(issue.reporter())) {
            throw new Refused("这是您自己提报的问题，有进展时会通知您");
        }
        if (add(issueNo, by, Because.JOINED)) {
            events.append(issue, IssueEventType.JOINED, by, clock.instant(), Map.of());
        }
    }

    /** All of them, the first to come first. */
    @Transactional(readOnly = true)
    public List<Follower> of(IssueNo issueNo) {
        return jdbc.sql(
                        """
                select user_id, because, joined_at from issue_follower
                 where issue_no = :issueNo order by joined_at, user_id
                """)
                .param("issueNo", issueNo.value())
                .query(
                        (row, index) ->
                                new Follower(
                                        UserId.of(row.getString("user_id")),
                                        Because.valueOf(row.getString("because")),
                                        row.getObject("joined_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Whoever waited for a duplicate waits for what it repeats. */
    @EventListener
    void on(IssueEvent event) {
        if (event.type() == IssueEventType.LINKED
                && event.text("kind")
                        .filter(LinkKind.DUPLICATE_REPORT.name()::equals)
                        .isPresent()) {
            var canonical = issues.get(IssueNo.of(event.text("to").orElseThrow()));
            var duplicate = issues.get(event.issueNo());
            waitFor(canonical, duplicate.reporter());
            of(duplicate.no()).forEach(one -> waitFor(canonical, one.user()));
        } else if (event.type() == IssueEventType.UNLINKED) {
            forget(IssueNo.of(event.text("to").orElseThrow()), event.issueNo());
        }
    }

    /** Its reporter waits for their own issue again, unless another duplicate of theirs is left. */
    private void forget(IssueNo canonical, IssueNo duplicate) {
        jdbc.sql(
                        """
                delete from issue_follower
                 where issue_no = :canonical and because = 'DUPLICATE'
                   and user_id = (select reporter from issue where issue_no = :duplicate)
                   and user_id not in (select i.reporter from issue_link l join issue i using (issue_no)
                                        where l.target = :canonical)
                """)
                .param("canonical", canonical.value())
                .param("duplicate", duplicate.value())
                .update();
    }

    private void waitFor(Issue canonical, UserId user) {
        if (!user.equals(canonical.reporter())) {
            add(canonical.no(), user, Because.DUPLICATE);
        }
    }

    private boolean add(IssueNo issueNo, UserId user, Because because) {
        return jdbc.sql(
                                """
                insert into issue_follower (issue_no, user_id, because, joined_at)
                values (:issueNo, :user, :because, :now) on conflict do nothing
                """)
                        .param("issueNo", issueNo.value())
                        .param("user", user.value())
                        .param("because", because.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
