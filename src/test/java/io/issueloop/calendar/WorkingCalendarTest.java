package io.issueloop.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Zones;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The worked cases of kpi.md's calendar, in Java and in SQL. */
class WorkingCalendarTest {

    private final TestDatabase database = TestDatabase.create();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(
                    database.url(), database.username(), database.password(), true);
    private final JdbcClient jdbc = JdbcClient.create(connection);

    @AfterEach
    void disconnect() {
        connection.destroy();
    }

    private final TestClock now = new TestClock("2026-11-22T10:00");
    private final TableWorkingCalendar calendar = new TableWorkingCalendar(jdbc, now);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "National Day week,                 2026-09-30T17:00, 2026-10-08T10:00, 120",
        "into adjusted Saturday 10-10,      2026-10-09T16:00, 2026-10-10T11:00, 240",
        "adjusted Sunday 09-20,             2026-09-19T12:00, 2026-09-20T10:00, 60",
        "after hours is zero and not null,  2026-10-12T20:00, 2026-10-12T22:00, 0",
        "adjusted Saturday 02-14,           2026-02-13T17:30, 2026-02-14T09:30, 60",
        "gross time of the pause case,      2026-10-12T09:00, 2026-10-20T09:00, 2880",
        "the pause itself,                  2026-10-16T17:00, 2026-10-19T10:00, 120",
        "first interval of the reopen case, 2026-10-12T09:00, 2026-10-13T09:00, 480",
        "second interval,                   2026-10-16T09:00, 2026-10-16T15:00, 300",
        "over lunch,                        2026-11-23T11:59, 2026-11-23T13:01, 2",
        "backwards,                         2026-11-23T15:00, 2026-11-23T10:00, 0"
    })
    void elapsed(String fact, LocalDateTime from, LocalDateTime to, long minutes) {
        assertThat(calendar.workBetween(at(from), at(to))).hasMinutes(minutes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one day over adjusted Saturday,    2026-02-13T17:00, 480,  2026-02-14T17:00",
        "three days over National Day,      2026-09-30T10:00, 1440, 2026-10-10T10:00",
        "four hours from Friday afternoon,  2026-11-20T17:00, 240,  2026-11-23T12:00",
        "the evening not the next morning,  2026-11-23T09:00, 480,  2026-11-23T18:00",
        "reported at night,                 2026-11-23T22:00, 480,  2026-11-24T18:00",
        "cut-off of 2026Q3,                 2026-10-01T00:00, 2400, 2026-10-13T18:00",
        "nothing to add stays,              2026-11-21T03:04, 0,    2026-11-21T03:04"
    })
    void due(String fact, LocalDateTime from, long minutes, LocalDateTime due) {
        assertThat(calendar.addWork(at(from), Duration.ofMinutes(minutes))).isEqualTo(at(due));
        assertThat(addWorkInSql(at(from), minutes * 60)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-04-01, 59",
        "2026-04-01, 2026-07-01, 61",
        "2026-07-01, 2026-10-01, 66",
        "2026-10-01, 2027-01-01, 62"
    })
    void workingDaysOfAQuarter(String from, String to, long days) {
        assertThat(calendar.workBetween(at(from + "T00:00"), at(to + "T00:00")))
                .isEqualTo(WorkingCalendar.WORKING_DAY.multipliedBy(days));
    }

    @Test
    void javaAndSqlAgreeWhateverTheZone() {
        var random = new Random(20261122);
        var start = at("2025-06-01T00:00");
        for (int i = 0; i < 4000; i++) {
            var from = start.plusMillis(random.nextLong(Duration.ofDays(900).toMillis()));
            long seconds = random.nextInt(5) == 0 ? 10800 : random.nextInt(300_000);
            var due = calendar.addWork(from, Duration.ofSeconds(seconds));
            var zone = ZoneId.of(zones()[i % 3]);
            var stamp = from.atZone(zone).toOffsetDateTime();
            assertThat(workSecondsInSql(due.atZone(zone).toOffsetDateTime()))
                    .as("%s + %s s", from, seconds)
                    .isEqualTo(workSecondsInSql(stamp) + seconds);
            assertThat(addWorkInSql(from, seconds)).isEqualTo(due);
            assertThat(calendar.workBetween(from, due)).hasSeconds(seconds);
        }
    }

    @Test
    void sqlAnswersTheSameInAnySessionZone() {
        for (var zone : zones()) {
            assertThat(
                            jdbc.sql(
                                            """
                                            select set_config('TimeZone', :zone, true),
                                                   work_seconds(timestamptz '2026-10-08 02:00Z')
                                                   - work_seconds(timestamptz '2026-09-30 09:00Z') as worked
                                            """)
                                    .param("zone", zone)
                                    .query((row, n) -> row.getLong("worked"))
                                    .single())
                    .as(zone)
                    .isEqualTo(7200);
        }
    }

    @Test
    void negativeWorkIsRefused() {
        assertThatThrownBy(() -> calendar.addWork(now.instant(), Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearNobodyConfirmedIsMondayToFridayAndSaysSo() {
        assertThat(calendar.unconfirmed(at("2026-12-30T00:00"), at("2027-01-04T00:00")))
                .containsExactly(Year.of(2027));
        assertThat(calendar.workBetween(at("2027-01-01T00:00"), at("2027-01-05T00:00")))
                .isEqualTo(WorkingCalendar.WORKING_DAY.multipliedBy(2));
    }

    @Test
    void anotherVersionIsNoticed() {
        assertThat(calendar.version()).isEqualTo(1);
        jdbc.sql("insert into calendar_version (version, source) values (2, '公司年会')").update();
        jdbc.sql("insert into calendar_year values (2, 2026)").update();
        jdbc.sql("insert into calendar_day values (2, '2026-11-23', 'OFF', '年会')").update();
        jdbc.sql("select publish_calendar(2)").query().listOfRows();
        now.set("2026-11-22T10:01");
        assertThat(calendar.version()).isEqualTo(2);
        assertThat(calendar.addWork(at("2026-11-20T17:00"), Duration.ofMinutes(240)))
                .isEqualTo(at("2026-11-24T12:00"))
                .isEqualTo(addWorkInSql(at("2026-11-20T17:00"), 240 * 60));
    }

    private long workSecondsInSql(OffsetDateTime instant) {
        return jdbc.sql("select work_seconds(:at)").param("at", instant).query(Long.class).single();
    }

    private Instant addWorkInSql(Instant from, long seconds) {
        return jdbc.sql("select add_work(:from, :seconds)")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("seconds", seconds)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String[] zones() {
        return new String[] {"UTC", "Asia/Shanghai", "America/New_York"};
    }

    private static Instant at(String local) {
        return TestClock.at(local);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Zones.REPORTING).toInstant();
    }
}
