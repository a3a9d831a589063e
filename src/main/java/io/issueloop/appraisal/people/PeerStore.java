package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds, and the answers of raters while one is open. */
@Component
class PeerStore {

    private final JdbcClient jdbc;

    PeerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One colleague a rater is asked about, with the rater's own answers. */
    record Ask(UserId person, boolean skipped, Map<String, Integer> stars) {

        boolean isAnswered() {
            return skipped || !stars.isEmpty();
        }
    }

    Optional<PeerRound> round(Period quarter) {
        return rounds().stream().filter(round -> round.quarter().equals(quarter)).findFirst();
    }

    List<PeerRound> rounds() {
        return jdbc.sql(
                        """
                        select r.*, c.closed_at, (select count(distinct rater) from peer_ask a where a.period = r.period) as raters
                          from peer_rating_round r left join peer_round c using (period) order by r.period desc
                        """)
                .query(PeerStore::round)
                .list();
    }

    /** False when there has been one. */
    boolean open(Period quarter, Instant now, Instant remindAt, Instant closesAt) {
        return jdbc.sql("insert into peer_rating_round values (?, ?, ?, ?) on conflict do nothing")
                        .params(quarter.code(), utc(now), utc(remindAt), utc(closesAt))
                        .update()
                == 1;
    }

    /** Waits for whoever answers or closes; true while it is open. */
    boolean lockOpen(Period quarter) {
        return jdbc.sql("select period from peer_rating_round where period = ? for update")
                        .param(quarter.code())
                        .query(String.class)
                        .optional()
                        .isPresent()
                && jdbc.sql("select count(*) from peer_round where period = ?")
                                .param(quarter.code())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    /** Whom the rater is asked about, in no telling order, with the rater's own answers. */
    List<Ask> asks(Period quarter, UserId rater) {
        var stars = new TreeMap<String, Map<String, Integer>>();
        jdbc.sql("select * from peer_answer where period = ? and rater = ?")
                .params(quarter.code(), rater.value())
                .query(
                        row -> {
                            stars.computeIfAbsent(row.getString("person"), p -> new TreeMap<>())
                                    .put(row.getString("question"), row.getInt("stars"));
                        });
        return jdbc.sql(
                        "select person, skipped from peer_ask where period = ? and rater = ? order by person")
                .params(quarter.code(), rater.value())
                .query(
                        (row, n) ->
                                new Ask(
                                        UserId.of(row.getString("person")),
                                        row.getBoolean("skipped"),
                                        stars.getOrDefault(row.getString("person"), Map.of())))
                .list();
    }

    void answer(Period quarter, UserId rater, UserId person, Map<PeerQuestion, Integer> stars) {
        jdbc.sql("delete from peer_answer where period = ? and person = ? and rater = ?")
                .params(quarter.code(), person.value(), rater.value())
                .update();
        jdbc.sql("update peer_ask set skipped = ? where period = ? and person = ? and rater = ?")
                .params(stars.isEmpty(), quarter.code(), person.value(), rater.value())
                .update();
        stars.forEach(
                (question, count) ->
                        jdbc.sql("insert into peer_answer values (?, ?, ?, ?, ?)")
                                .params(
                                        quarter.code(),
                                        person.value(),
                                        rater.value(),
                                        question.name(),
                                        count)
                                .update());
    }

    private static PeerRound round(ResultSet row, int index) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new PeerRound(
                Period.of(row.getString("period")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("remind_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getInt("raters"),
                Optional.ofNullable(closed).map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
