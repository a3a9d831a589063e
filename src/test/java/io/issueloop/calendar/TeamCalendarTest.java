package io.issueloop.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A team with days and hours of its own, in Java and in SQL (kpi.md §2). */
class TeamCalendarTest {

    private static final TeamId ABROAD = TeamId.of(42);
    private static final Year YEAR = Year.of(2026);
    private static final WorkHours LATE = WorkHours.read("10:00-13:00, 14:00-19:00");

    private final TestDatabase database = TestDatabase.create();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(
                    database.url(), database.username(), database.password(), true);
    private final JdbcClient jdbc = JdbcClient.create(connection);
    private final TestClock now = new TestClock("2026-11-22T10:00");
    private final TableWorkingCalendar calendar = new TableWorkingCalendar(jdbc, now);
    private final CalendarVersions versions =
            new CalendarVersions(
                    new CalendarTable(jdbc, now),
                    event -> calendar.on((CalendarVersions.CalendarPublished) event));

    @AfterEach
    void disconnect() {
        connection.destroy();
    }

    @Test
    @DisplayName("团队自己的节假日和上班时间：国庆照常上班，感恩节休息；其他年份沿用公司")
    void aTeamHasItsOwnDaysAndHours() {
        publish(own(LATE, day("2026-11-26", DayType.OFF)));
        var abroad = calendar.of(ABROAD);
        assertThat(abroad.workBetween(at("2026-10-01T00:00"), at("2026-10-03T00:00"))).hasHours(16);
        assertThat(abroad.addWork(at("2026-11-25T18:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-27T11:00"));
        assertThat(abroad.workBack(at("2026-11-27T11:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-25T18:00"));
        assertThat(abroad.addWork(at("2027-03-01T09:00"), Duration.ofHours(1)))
                .as("2027 is the company's")
                .isEqualTo(at("2027-03-01T10:00"));
        assertThat(calendar.of(TeamId.of(7)).addWork(at("2026-11-26T09:00"), Duration.ofHours(1)))
                .as("nobody else's")
                .isEqualTo(at("2026-11-26T10:00"));
        assertThat(versions.teams())
                .containsExactly(new CalendarVersions.TeamYears(ABROAD, List.of(YEAR)));
        assertThat(calendar.stillFollowing(Year.of(2027))).containsExactly(ABROAD);
        assertThat(calendar.stillFollowing(YEAR)).isEmpty();
    }

    @Test
    @DisplayName("公司发布新版本时团队的保留；改为沿用公司后不再有自己的")
    void itIsKeptUntilItFollowsAgain() {
        publish(own(LATE, day("2026-11-26", DayType.OFF)));
        publish(CalendarChange.company(List.of(new CalendarYear(Year.of(2027), List.of()))));
        assertThat(versions.ownYear(ABROAD, YEAR).orElseThrow().hours()).isEqualTo(LATE);
        assertThat(versions.confirmed()).containsExactly(YEAR, Year.of(2027));
        publish(new CalendarChange(Optional.of(ABROAD), List.of(), Set.of(YEAR)));
        assertThat(versions.teams()).isEmpty();
        assertThat(calendar.of(ABROAD).addWork(at("2026-11-26T09:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-26T10:00"));
        assertThat(calendar.version()).isEqualTo(4);
    }

    @Test
    @DisplayName("Java 与 SQL 对任意时刻数出一样的工作时间")
    void javaAndSqlAgree() {
        publish(
                own(
                        LATE,
                        day("2026-11-26", DayType.OFF),
                        day("2026-11-28", DayType.ADJUSTED_WORK)));
        var random = new Random(2026);
        long begin = at("2025-12-20T00:00").getEpochSecond();
        for (int i = 0; i < 300; i++) {
            var from = Instant.ofEpochSecond(begin + random.nextInt(33_000_000));
            var to = from.plusSeconds(random.nextInt(3_000_000));
            var work = Duration.ofSeconds(random.nextInt(200_000));
            assertThat(seconds(to) - seconds(from))
                    .as("%s – %s", from, to)
                    .isEqualTo(calendar.of(ABROAD).workBetween(from, to).toSeconds());
            assertThat(added(from, work))
                    .as("%s + %s", from, work)
                    .isEqualTo(calendar.of(ABROAD).addWork(from, work));
        }
    }

    @ParameterizedTest
    @DisplayName("上班时间看得懂常见写法")
    @CsvSource(
            delimiter = '|',
            value = {
                "10:00-13:00, 14:00-19:00|10:00-13:00, 14:00-19:00",
                "9：00–12：00、13：00–18：00|09:00-12:00, 13:00-18:00",
                "22:00 - 24:00, 2:00至8:00|",
                "08:30~16:30|08:30-16:30"
            })
    void hoursArePeoplesWords(String written, String read) {
        if (read == null) {
            assertThatThrownBy(() -> WorkHours.read(written)).isInstanceOf(Refused.class);
        } else {
            assertThat(WorkHours.read(written)).hasToString(read);
        }
    }

    @ParameterizedTest
    @DisplayName("不满八小时、重叠或看不懂的上班时间被拒绝")
    @ValueSource(strings = {"09:00-12:00", "09:00-13:00, 12:00-16:00", "早九晚五", "9:00-25:00", ""})
    void otherHoursAreRefused(String written) {
        assertThatThrownBy(() -> WorkHours.read(written)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("公司的上班时间不能改，同一年不能出现两次")
    void whatTheCompanyMayNot() {
        var year = new CalendarYear(YEAR, List.of(), LATE);
        assertThatThrownBy(() -> CalendarChange.company(List.of(year))).isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> new CalendarChange(Optional.of(ABROAD), List.of(year), Set.of(YEAR)))
                .isInstanceOf(Refused.class);
    }

    private void publish(CalendarChange change) {
        versions.publish(versions.draft(change, "测试"), UserId.of("gaoxiang"));
    }

    private static CalendarChange own(WorkHours hours, CalendarDay... days) {
        return new CalendarChange(
                Optional.of(ABROAD),
                List.of(new CalendarYear(YEAR, List.of(days), hours)),
                Set.of());
    }

    private static CalendarDay day(String date, DayType type) {
        return new CalendarDay(LocalDate.parse(date), type, "当地");
    }

    private long seconds(Instant at) {
        return jdbc.sql("select work_seconds(:at, 42)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Instant added(Instant at, Duration work) {
        return jdbc.sql("select add_work(:at, :seconds, 42)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("seconds", work.toSeconds())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Instant at(String local) {
        return TestClock.at(local);
    }
}
