package io.issueloop.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import io.issueloop.calendar.TestCalendars;
import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.TestDirectory;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every quarter that ended is begun once, in order (trust.md §1 Periods). */
class QuarterBeginningsTest {

    private final DataSource database = TestDatabase.create().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-11-20T01:07");
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database));
    private final List<String> started = Collections.synchronizedList(new ArrayList<>());

    @Test
    @DisplayName("停机跨过两个季末：按顺序各启动一次，再醒来不再启动；导入的更早季度不算")
    void bothQuartersOnceInOrder() {
        inUseSince("2026-05-02 10:00+08", "2026Q1", "2026Q2", "2026Q3", "2026Q4");
        wakes(node());
        wakes(node());
        assertThat(started)
                .containsExactly("2026Q2 2026-07-07T10:00:00Z", "2026Q3 2026-10-13T10:00:00Z");
    }

    @Test
    @DisplayName("两个节点同时醒来：只启动一次")
    void twoNodesBeginOnce() {
        inUseSince("2026-08-02 10:00+08", "2026Q3");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> wakes(node())),
                        CompletableFuture.runAsync(() -> wakes(node())))
                .join();
        assertThat(started).hasSize(1);
    }

    @Test
    @DisplayName("截止日之前换了日历：还在等的季度跟着移动，并留下记录")
    void anotherCalendarMovesTheCutOff() {
        inUseSince("2026-08-02 10:00+08", "2026Q3");
        clock.set("2026-10-01T01:07");
        wakes(node());
        var before = TestCalendars.of(jdbc, clock).calendar();
        jdbc.sql("insert into calendar_version (version, source) values (2, '测试')").update();
        jdbc.sql("select publish_calendar(2)").query().listOfRows();
        var now = TestCalendars.of(jdbc, clock).calendar();
        transaction.executeWithoutResult(
                status -> node().on(new CalendarPublished(2, before, now)));
        assertThat(started).last().isEqualTo("moved 2026Q3 2026-10-07T10:00:00Z");
    }

    private void wakes(QuarterBeginnings node) {
        transaction.executeWithoutResult(status -> node.owe(clock.instant()));
    }

    private QuarterBeginnings node() {
        WorkingCalendar calendar = TestCalendars.of(jdbc, clock).calendar();
        var quarters = new Quarters(jdbc, calendar);
        return new QuarterBeginnings(
                quarters,
                new QuarterLog(jdbc, clock),
                new Started(),
                new LockRules(TestDirectory.of(new People())),
                clock);
    }

    private void inUseSince(String first, String... periods) {
        jdbc.sql(
                        """
                        insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                        values ('ISS-1', 'REPORTED', 'lixue', '2026-01-05 10:00+08', cast(? as timestamptz), '{}')
                        """)
                .param(first)
                .update();
        for (var code : periods) {
            var period = Period.of(code);
            jdbc.sql(
                            """
                            insert into kpi_owed_period (period, starts_at, ends_at, cut_off, owed)
                            values (?, ?, ?, ?, false)
                            """)
                    .params(
                            code,
                            period.start().atOffset(java.time.ZoneOffset.UTC),
                            period.end().atOffset(java.time.ZoneOffset.UTC),
                            period.end().atOffset(java.time.ZoneOffset.UTC))
                    .update();
        }
    }

    /** Remembers what was started instead of an engine. */
    private final class Started implements QuarterProcess {

        @Override
        public void start(Period quarter, Instant cutOff) {
            started.add(quarter + " " + cutOff);
        }

        @Override
        public void moveCutOff(Period quarter, Instant cutOff) {
            started.add("moved " + quarter + " " + cutOff);
        }

        @Override
        public void startAtCheck(Period quarter, Instant remindAt) {
            throw new AssertionError(quarter);
        }

        @Override
        public void askToReopen(Period quarter, Instant remindAt) {
            throw new AssertionError(quarter);
        }

        @Override
        public Optional<Step> openStep(Period quarter) {
            return Optional.empty();
        }

        @Override
        public void complete(Period quarter, Step step, UserId actor, Map<String, Object> answers) {
            throw new AssertionError(step);
        }

        @Override
        public List<String> decisionVersions() {
            return List.of();
        }
    }
}
