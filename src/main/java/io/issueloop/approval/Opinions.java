package io.issueloop.approval;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who said what, append-only. */
@Component
class Opinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Opinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order they were recorded. */
    List<Opinion> of(IssueNo issueNo) {
        return jdbc.sql(
                        """
                select key, person, on_behalf_of, kind, door, comment, said_at
                  from approval_opinion where issue_no = :issueNo order by id
                """)
                .param("issueNo", issueNo.value())
                .query(Opinions::opinion)
                .list();
    }

    /** False when it is known already. */
    boolean add(IssueNo issueNo, Opinion opinion) {
        return jdbc.sql(
                                """
                insert into approval_opinion (issue_no, key, person, on_behalf_of, kind, door, comment, said_at, recorded_at)
                values (:issueNo, :key, :person, :onBehalfOf, :kind, :door, :comment, :saidAt, :now)
                on conflict (issue_no, key) do nothing
                """)
                        .param("issueNo", issueNo.value())
                        .param("key", opinion.key())
                        .param("person", opinion.by().value())
                        .param("onBehalfOf", opinion.onBehalfOf().map(UserId::value).orElse(null))
                        .param("kind", opinion.kind().name())
                        .param("door", opinion.door().name())
                        .param("comment", opinion.comment())
                        .param("saidAt", utc(opinion.at()))
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    private static Opinion opinion(ResultSet row, int index) throws SQLException {
        return new Opinion(
                row.getString("key"),
                UserId.of(row.getString("person")),
                Optional.ofNullable(row.getString("on_behalf_of")).map(UserId::of),
                Opinion.Kind.valueOf(row.getString("kind")),
                Opinion.Door.valueOf(row.getString("door")),
                row.getString("comment"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
