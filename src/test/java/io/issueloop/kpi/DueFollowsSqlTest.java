package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestClock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Due times that moved, and teams with a calendar of their own, in T1, T2 and P2 (kpi.md §2, §9).
 */
class DueFollowsSqlTest {

    private final TestKpis given = new TestKpis("2027-01-20T01:07");

    @Test
    @DisplayName("T1 按 DUE：日历、紧急程度和跨过季末的暂停都移动截止时间")
    void theDueBasisFollowsEveryMove() {
        promised("calendar", "2026-12-31T12:00")
                .event(
                        "DUE_MOVED",
                        "2026-12-22T10:00",
                        "gaoxiang",
                        Map.of("baseDueAt", utc("2027-01-04T12:00")));
        promised("urgency", "2027-01-05T10:00")
                .event("SERVICE_LEVEL_SET", "2026-12-22T10:00", "lixue", due("2026-12-23T10:00"));
        promised("paused", "2026-12-30T10:00")
                .paused("2026-12-29T10:00", "OTHER", true)
                .event("SERVICE_LEVEL_SET", "2026-12-29T14:00", "lixue", due("2026-12-30T14:00"))
                .resumed("2027-01-15T10:00");
        promised("plain", "2026-12-30T10:00");
        promised("two promises", "2026-12-29T10:00")
                .event("DUE_MOVED", "2026-12-22T10:00", "gaoxiang", base("2027-01-04T10:00"))
                .event("SERVICE_LEVEL_SET", "2026-12-23T10:00", "lixue", due("2026-12-24T10:00"));
        given.night("2027-01-20T01:07");
        assertThat(given.lines(given.value("2026Q4", "all", "T1", "DUE")))
                .containsExactlyInAnyOrder(
                        "calendar ✗ 时限在周期结束之后，不计入",
                        "paused ✗ 时限在周期结束之后，不计入",
                        "plain ✓ 周期结束时未解决",
                        "two promises ✓ 周期结束时未解决",
                        "urgency ✓ 周期结束时未解决");
    }

    @Test
    @DisplayName("移动之后的增量与全部重算逐字节相同")
    void incrementsEqualTheWhole() {
        var moved = promised("moved", "2026-12-30T10:00");
        var pressed = promised("pressed", "2026-12-30T10:00");
        given.night("2026-12-28T01:07");
        moved.event(
                "DUE_MOVED",
                "2026-12-28T10:00",
                "gaoxiang",
                Map.of(
                        "baseDueAt", utc("2027-01-04T10:00"),
                        "personalBaseDueAt", utc("2027-01-04T10:00")));
        pressed.event("SERVICE_LEVEL_SET", "2026-12-28T11:00", "lixue", due("2026-12-28T12:00"))
                .handedTo("zhangwei", "2026-12-28T11:00", "2026-12-28T16:00");
        given.night("2026-12-30T01:07");
        var byParts = given.fingerprint("2026Q4");
        given.recompute("2026Q4");
        assertThat(given.fingerprint("2026Q4")).isEqualTo(byParts);
        given.night("2027-01-20T01:07");
        assertThat(given.lines(given.value("2026Q4", "all", "T1", "DUE")))
                .contains("moved ✗ 时限在周期结束之后，不计入", "pressed ✓ 周期结束时未解决");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("0/1");
    }

    @Test
    @DisplayName("团队有自己的日历：T2 按 510 而不是 1050 分钟，P2 按团队的工作时间顺延")
    void aTeamIsCountedByItsOwnCalendar() {
        jdbcOwnCalendar();
        given.issue("own")
                .reported("2026-11-23T09:00")
                .assigned("2026-11-23T09:00", "zhangwei", "2026-11-25T11:00")
                .resolved("2026-11-25T10:30");
        given.issue("shifted")
                .reported("2026-11-23T09:00")
                .assigned("2026-11-23T09:00", "zhangwei", "2026-11-23T19:00")
                .paused("2026-11-23T18:00", "OTHER", false)
                .resumed("2026-11-25T11:00")
                .resolved("2026-11-25T11:59");
        given.night("2026-12-20T01:07");
        // 510, and 600 less the pause of 60 + 60: 10–18 and 11–11:59
        assertThat(given.parts("2026-11", "all", "T2", "WORKDAY"))
                .isEqualTo((510 + 420 + 59) + "/2");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("2/2");
    }

    /** Team 2 works 10–13 and 14–19, and not on 2026-11-24. */
    private void jdbcOwnCalendar() {
        for (var statement :
                new String[] {
                    "insert into calendar_version (version, source) values (2, '异地团队')",
                    "insert into calendar_year select 2, year from calendar_year where version = 1",
                    "insert into calendar_day select 2, day, type, name from calendar_day where version = 1",
                    "insert into calendar_team_year values (2, 2, 2026, '{36000,46800,50400,68400}')",
                    "insert into calendar_team_day (version, team_id, day, type, name)"
                            + " values (2, 2, '2026-11-24', 'OFF', '当地节日')"
                }) {
            given.jdbc.sql(statement).update();
        }
        given.jdbc.sql("select publish_calendar(2)").query().listOfRows();
    }

    private TestIssue promised(String no, String due) {
        return given.issue(no)
                .reported("2026-12-21T09:00")
                .assigned("2026-12-21T09:10", "zhangwei", due);
    }

    private static Map<String, Object> due(String local) {
        return Map.of("minutes", 480, "dueAt", utc(local));
    }

    private static Map<String, Object> base(String local) {
        return Map.of("baseDueAt", utc(local));
    }

    private static String utc(String local) {
        return TestClock.at(local).toString();
    }
}
