package io.issueloop.appraisal.people;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes who rates whom: those with whom a person shared most issues, reviews and articles in the
 * quarter, at most eight; nobody themselves, nobody who left (kpi.md §4 P4).
 */
@Component
class PeerChoice {

    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final PeerAsks asks;
    private final Directory directory;

    PeerChoice(JdbcClient jdbc, PeerAsks asks, Directory directory) {
        this.jdbc = jdbc;
        this.asks = asks;
        this.directory = directory;
    }

    private record Pair(String person, String colleague) {}

    /** Whether there is anybody to be asked: without, a round would be over before it began. */
    boolean isThereAnybody(Period quarter) {
        return !asks.raters(quarter).isEmpty() || !pairs(quarter, present()).isEmpty();
    }

    /** Adds to what the leads added before. */
    void propose(Period quarter) {
        var present = present();
        asks.forget(quarter, present);
        for (var pair : pairs(quarter, present)) {
            asks.propose(quarter, UserId.of(pair.person()), UserId.of(pair.colleague()));
        }
    }

    private List<UserId> present() {
        return directory.members().stream().map(Member::userId).toList();
    }

    private List<Pair> pairs(Period quarter, List<UserId> present) {
        return jdbc.sql(
                        """
                        select person, colleague
                          from (select w.*, row_number() over (partition by person
                                       order by times desc, md5(:period || person || colleague)) as place
                                  from peer_shared_work(:start, :end) w
                                 where person = any(:here) and colleague = any(:here)) w
                         where place <= :most
                        """)
                .param("period", quarter.code())
                .param("start", quarter.start().atOffset(ZoneOffset.UTC))
                .param("end", quarter.end().atOffset(ZoneOffset.UTC))
                .param("here", present.stream().map(UserId::value).toArray(String[]::new))
                .param("most", MOST)
                .query(Pair.class)
                .list();
    }
}
