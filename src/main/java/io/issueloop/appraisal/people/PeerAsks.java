package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is asked about whom: proposed by shared work, added by a lead, or both. */
@Component
class PeerAsks {

    private final JdbcClient jdbc;

    PeerAsks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By shared work; nothing changes where the rater is asked already but that. */
    void propose(Period quarter, UserId person, UserId rater) {
        jdbc.sql(
                        """
                        insert into peer_ask (period, person, rater, proposed) values (?, ?, ?, true)
                        on conflict (period, person, rater) do update set proposed = true
                        """)
                .params(quarter.code(), person.value(), rater.value())
                .update();
    }

    /** By a lead; false when the rater was asked about this person already. */
    boolean add(Period quarter, UserId person, UserId rater, UserId lead) {
        return jdbc.sql(
                        """
                        insert into peer_ask (period, person, rater, added_by) values (?, ?, ?, ?)
                        on conflict (period, person, rater)
                        do update set added_by = coalesce(peer_ask.added_by, excluded.added_by)
                        returning xmax = 0
                        """)
                .params(quarter.code(), person.value(), rater.value(), lead.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The lead's addition only, with what was answered; where shared work proposed it, it stays.
     */
    void takeBack(Period quarter, UserId person, UserId rater, UserId lead) {
        var which = List.of(quarter.code(), person.value(), rater.value(), lead.value());
        jdbc.sql(
                        """
                        delete from peer_answer a using peer_ask k
                         where k.period = ? and k.person = ? and k.rater = ? and k.added_by = ? and not k.proposed
                           and a.period = k.period and a.person = k.person and a.rater = k.rater
                        """)
                .params(which)
                .update();
        jdbc.sql(
                        """
                        delete from peer_ask
                         where period = ? and person = ? and rater = ? and added_by = ? and not proposed
                        """)
                .params(which)
                .update();
        jdbc.sql(
                        """
                        update peer_ask set added_by = null
                         where period = ? and person = ? and rater = ? and added_by = ?
                        """)
                .params(which)
                .update();
    }

    /** Takes out whoever is not here any more. */
    void forget(Period quarter, List<UserId> present) {
        var here = present.stream().map(UserId::value).toArray(String[]::new);
        jdbc.sql(
                        "delete from peer_ask where period = ? and not (rater = any(?) and person = any(?))")
                .params(quarter.code(), here, here)
                .update();
    }

    List<UserId> raters(Period quarter) {
        return jdbc
                .sql("select distinct rater from peer_ask where period = ? order by 1")
                .param(quarter.code())
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .toList();
    }

    /** What a lead added, by colleague. */
    List<Map.Entry<UserId, UserId>> additions(Period quarter, UserId by) {
        return jdbc.sql(
                        "select person, rater from peer_ask where period = ? and added_by = ? order by 1, 2")
                .params(quarter.code(), by.value())
                .query(
                        (row, n) ->
                                Map.entry(
                                        UserId.of(row.getString("person")),
                                        UserId.of(row.getString("rater"))))
                .list();
    }
}
