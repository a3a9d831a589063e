package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetAdvice.Move;
import io.issueloop.appraisal.targets.TargetRound.Decided;
import io.issueloop.appraisal.targets.TargetRound.State;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of rounds, what was suggested in them and what was decided. */
@Component
class TargetRounds {

    private final JdbcClient jdbc;

    TargetRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new: of two at once one is. */
    boolean add(TargetRound round) {
        return jdbc.sql(
                                """
                                insert into target_round (from_quarter, closed_quarter, state, opened_at,
                                                          comments_until, starts_at, base_version)
                                values (?, ?, 'COMMENTS', ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                round.from().code(),
                                round.closed().code(),
                                utc(round.openedAt()),
                                utc(round.commentsUntil()),
                                utc(round.startsAt()),
                                round.baseVersion())
                        .update()
                == 1;
    }

    void suggest(Period from, Suggestion suggestion) {
        jdbc.sql("insert into target_suggestion values (?, ?, ?, ?, ?, ?)")
                .params(
                        from.code(),
                        suggestion.metric(),
                        suggestion.present(),
                        suggestion.suggested(),
                        suggestion.move().name(),
                        suggestion.why())
                .update();
    }

    Optional<TargetRound> find(Period from) {
        return select("from_quarter = ?", from.code()).stream().findFirst();
    }

    /** The newest round a quarter's closing opened. */
    Optional<TargetRound> openedBy(Period closed) {
        return select("closed_quarter = ?", closed.code()).stream().findFirst();
    }

    /** Newest first. */
    List<TargetRound> all() {
        return select("true");
    }

    List<Suggestion> suggestions(Period from) {
        return jdbc.sql(
                        """
                        select * from target_suggestion where from_quarter = ?
                         order by metric like 'P%', metric
                        """)
                .param(from.code())
                .query(
                        (row, n) ->
                                new Suggestion(
                                        row.getString("metric"),
                                        row.getBigDecimal("present").stripTrailingZeros(),
                                        row.getBigDecimal("suggested").stripTrailingZeros(),
                                        Move.valueOf(row.getString("advice")),
                                        row.getString("why")))
                .list();
    }

    /** By metric; empty before the decision. */
    Map<String, BigDecimal> decidedTargets(Period from) {
        var targets = new TreeMap<String, BigDecimal>();
        jdbc.sql("select metric, target from target_decision where from_quarter = ?")
                .param(from.code())
                .query(
                        row -> {
                            targets.put(
                                    row.getString("metric"),
                                    row.getBigDecimal("target").stripTrailingZeros());
                        });
        return targets;
    }

    /** Whether the round was in this state before. */
    boolean move(Period from, State before, State after) {
        return jdbc.sql("update target_round set state = ? where from_quarter = ? and state = ?")
                        .params(after.name(), from.code(), before.name())
                        .update()
                == 1;
    }

    /** Whether it was still to be decided. */
    boolean decide(Period from, Decided decided, Map<String, BigDecimal> targets) {
        int updated =
                jdbc.sql(
                                """
                                update target_round set state = 'PUBLISHED', decided_by = ?, decided_at = ?,
                                       reason = ?, definition_version = ?
                                 where from_quarter = ? and state in ('COMMENTS', 'DECISION')
                                """)
                        .params(
                                decided.by().value(),
                                utc(decided.at()),
                                decided.reason(),
                                decided.version().orElse(null),
                                from.code())
                        .update();
        if (updated == 1) {
            targets.forEach(
                    (metric, target) ->
                            jdbc.sql("insert into target_decision values (?, ?, ?)")
                                    .params(from.code(), metric, target)
                                    .update());
        }
        return updated == 1;
    }

    private List<TargetRound> select(String where, Object... params) {
        return jdbc.sql("select * from target_round where " + where + " order by starts_at desc")
                .params(params)
                .query((row, n) -> round(row))
                .list();
    }

    private static TargetRound round(ResultSet row) throws SQLException {
        return new TargetRound(
                Period.of(row.getString("from_quarter")),
                Period.of(row.getString("closed_quarter")),
                State.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                instant(row, "comments_until"),
                instant(row, "starts_at"),
                row.getInt("base_version"),
                decided(row, row.getString("decided_by")));
    }

    private static Optional<Decided> decided(ResultSet row, @Nullable String by)
            throws SQLException {
        if (by == null) {
            return Optional.empty();
        }
        var version = (Integer) row.getObject("definition_version");
        return Optional.of(
                new Decided(
                        UserId.of(by),
                        instant(row, "decided_at"),
                        row.getString("reason"),
                        Optional.ofNullable(version)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
