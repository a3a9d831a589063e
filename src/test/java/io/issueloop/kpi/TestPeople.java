package io.issueloop.kpi;

import io.issueloop.support.TestClock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts about people that are no issue events; times are local in Asia/Shanghai. */
final class TestPeople {

    private final JdbcClient jdbc;

    TestPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TestPeople article(String no, String type, String at, String actor, String shares) {
        jdbc.sql(
                        """
                        insert into article_event (article_no, type, actor, occurred_at, recorded_at, payload)
                        values (?, ?, ?, ?, ?, jsonb_build_object('title', '文章', 'issueNo', 'ISS-20260101-0001',
                                                                  'shares', cast(? as jsonb)))
                        """)
                .params(no, type, actor, utc(at), utc(at), shares)
                .update();
        return this;
    }

    /** One rater, one star count per question. */
    TestPeople rated(String person, String rater, String at, int... stars) {
        var key = UUID.randomUUID();
        jdbc.sql("insert into peer_rater values (?, '2026Q4', ?, ?)")
                .params(key, person, rater)
                .update();
        for (int i = 0; i < stars.length; i++) {
            jdbc.sql(
                            "insert into peer_rating_fact (rater_key, question, stars, rated_at) values (?, ?, ?, ?)")
                    .params(key, "q" + i, stars[i], utc(at))
                    .update();
        }
        return this;
    }

    TestPeople roundClosed(String at) {
        jdbc.sql("insert into peer_round values ('2026Q4', ?)").param(utc(at)).update();
        return this;
    }

    TestPeople learning(String item, String person, int weight, String step, String at) {
        jdbc.sql(
                        """
                        insert into learning_item_fact (item_no, period, person, title, weight, step, evidence, actor, occurred_at)
                        values (?, '2026Q4', ?, '学习 ' || ?, ?, ?, '证书', 'lixue', ?)
                        """)
                .params(List.of(item, person, item, weight, step, utc(at)))
                .update();
        return this;
    }

    TestPeople joined(String person, String at) {
        jdbc.sql("insert into membership values (?, 2, ?, null)").params(person, utc(at)).update();
        return this;
    }

    TestPeople away(String person, String from, String to) {
        jdbc.sql(
                        """
                        insert into absence (user_id, from_day, to_day, entered_by, entered_at)
                        values (?, cast(? as date), cast(? as date), 'lixue', now())
                        """)
                .params(person, from, to)
                .update();
        return this;
    }

    TestPeople cameBack(String person, String at) {
        jdbc.sql("update absence set ended_by = user_id, ended_at = ? where user_id = ?")
                .params(utc(at), person)
                .update();
        return this;
    }

    private static OffsetDateTime utc(String local) {
        return TestClock.at(local).atOffset(ZoneOffset.UTC);
    }
}
