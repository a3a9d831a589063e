package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a closed round's ratings without their raters: every rater becomes a random key that stands
 * nowhere else, rows are written in random order and all bear the instant the round opened, and
 * what linked people to ratings is deleted in the same transaction.
 */
@Component
class PeerArchive {

    private final JdbcClient jdbc;

    PeerArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The round must be locked by the caller and still be open. */
    void keep(Period quarter, Instant now) {
        jdbc.sql(
                        """
                        with keyed as materialized (
                            select person, rater, gen_random_uuid() as key
                              from (select distinct person, rater from peer_answer where period = :period) d
                        ), known as (
                            insert into peer_rater (rater_key, period, person, rater)
                            select key, :period, person, key::text from keyed order by random()
                        )
                        insert into peer_rating_fact (rater_key, question, stars, rated_at)
                        select k.key, a.question, a.stars, r.opened_at
                          from keyed k
                          join peer_answer a on a.period = :period and a.person = k.person and a.rater = k.rater
                          join peer_rating_round r on r.period = :period
                         order by random()
                        """)
                .param("period", quarter.code())
                .update();
        jdbc.sql("delete from peer_answer where period = ?").param(quarter.code()).update();
        jdbc.sql("update peer_ask set skipped = false where period = ?")
                .param(quarter.code())
                .update();
        jdbc.sql("insert into peer_round (period, closed_at) values (?, ?)")
                .params(quarter.code(), now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
