package io.issueloop.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.calendar.TestCalendars;
import io.issueloop.kpi.Period;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of a quarter follows from what happened to it (kpi.md §5). */
class QuartersTest {

    private static final Period Q3 = Period.of("2026Q3");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());
    private final Quarters quarters =
            new Quarters(
                    jdbc, TestCalendars.of(jdbc, new TestClock("2026-10-20T10:00")).calendar());

    @Test
    @DisplayName("没有发生过任何事的季度：进行中，截止为季末后五个工作日")
    void untouchedQuarterIsOpen() {
        var quarter = quarters.of(Period.of("2026-08"));
        assertThat(quarter.state()).isEqualTo(QuarterState.OPEN);
        assertThat(quarter.cutOff()).isEqualTo(Instant.parse("2026-10-13T10:00:00Z"));
        assertThat(quarter.revision()).isZero();
    }

    @Test
    @DisplayName("核对、公示、锁定、归档、重新打开，再到修订 2")
    void stateFollowsFromFacts() {
        happened("ENDED", 1);
        assertThat(quarters.of(Q3).state()).isEqualTo(QuarterState.CUTOFF);
        happened("PUBLISHED", 1);
        assertThat(quarters.of(Q3).takesAppealsAt(Instant.parse("2026-10-15T00:00:00Z"))).isTrue();
        assertThat(quarters.of(Q3).takesAppealsAt(Instant.parse("2026-10-20T10:00:00Z"))).isFalse();
        happened("LOCKED", 1);
        assertThat(locked()).containsExactly("2026-07", "2026-08", "2026-09", "2026Q3");
        happened("ARCHIVED", 1);
        happened("REOPEN_ASKED", 1);
        assertThat(quarters.latestLocked()).map(Quarter::period).hasValue(Q3);
        happened("REOPENED", 1);
        assertThat(locked()).isEmpty();
        assertThat(quarters.of(Q3).state()).isEqualTo(QuarterState.CUTOFF);
        assertThat(quarters.of(Q3).appeals()).isEmpty();
        happened("PUBLISHED", 2);
        happened("LOCKED", 2);
        assertThat(quarters.of(Q3).revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("同一修订只能锁定一次，事实不能改")
    void factsStand() {
        happened("LOCKED", 1);
        assertThatThrownBy(() -> happened("LOCKED", 1))
                .hasMessageContaining("quarter_event_locked");
        assertThatThrownBy(() -> jdbc.sql("delete from quarter_event").update())
                .hasMessageContaining("append-only");
    }

    private List<String> locked() {
        return jdbc.sql("select period from kpi_locked_period order by period collate \"C\"")
                .query(String.class)
                .list();
    }

    private void happened(String type, int revision) {
        jdbc.sql(
                        """
                        insert into quarter_event (quarter, type, revision, actor, reason, cut_off, appeals_until, occurred_at)
                        values ('2026Q3', ?, ?, 'kpiadmin', '原因', '2026-10-13 18:00+08', '2026-10-20 18:00+08', '2026-10-14 09:00+08')
                        """)
                .params(type, revision)
                .update();
    }
}
