package io.issueloop.collaboration.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.calendar.TestCalendars;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import io.issueloop.support.MovableClock;
import io.issueloop.support.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which issues stand where in a week's report, against hand-made histories. */
class WeeklyFactsTest {

    private static final Week WEEK = Week.of("2026W47");
    private static final UserId ZHANG = UserId.of("zhangwei");

    private final JdbcClient jdbc = TestDatabase.create().jdbc();
    private final MovableClock clock = new MovableClock(at("2026-11-20T16:37"));
    private final ReportTimes times = new ReportTimes(TestCalendars.of(jdbc, clock).calendar());
    private final OwedWeeks owed = new OwedWeeks(jdbc, times, clock);

    @Test
    @DisplayName("国庆、周五放假、全周放假：在该周最后一个工作日写，没有工作日就并入下一周")
    void holidaysMoveTheReport() {
        assertThat(times.writtenAt(WEEK)).contains(at("2026-11-20T16:37"));
        assertThat(times.writtenAt(Week.of("2026W18"))).contains(at("2026-04-30T16:37"));
        var golden = Week.of("2026W40");
        assertThat(times.writtenAt(golden)).contains(at("2026-09-30T16:37"));
        var none = List.of("2026W08", "2026W41").stream().map(Week::of);
        assertThat(none.map(times::writtenAt)).allSatisfy(at -> assertThat(at).isNotNull());
        assertThat(times.since(WEEK)).isEqualTo(at("2026-11-13T16:37"));
    }

    @Test
    @DisplayName("发送避开安静时间和整点、半点")
    void reportsAreSentInWorkingHours() {
        assertThat(times.sendAt(at("2026-11-20T16:37"))).isEqualTo(at("2026-11-20T16:37"));
        assertThat(times.sendAt(at("2026-11-20T16:30"))).isEqualTo(at("2026-11-20T16:31"));
        assertThat(times.sendAt(at("2026-11-21T10:00"))).isEqualTo(at("2026-11-23T09:07"));
    }

    @Test
    @DisplayName("在办、超时、暂停、解决、重开、下周到期：各归各处，以统计时刻为准")
    void everyIssueStandsWhereItStood() {
        issue("ISS-20261116-0001", "2026-11-19T10:00"); // open and late
        issue("ISS-20261116-0002", "2026-11-24T10:00"); // due next week
        issue("ISS-20261116-0003", "2026-11-19T10:00"); // late, but paused
        happened("ISS-20261116-0003", "PAUSED", "2026-11-18T10:00", "{}");
        issue("ISS-20261116-0004", "2026-11-24T10:00"); // solved and rated
        happened("ISS-20261116-0004", "RESOLVED", "2026-11-18T10:00", "{}");
        happened("ISS-20261116-0004", "RATED", "2026-11-19T10:00", "{\"stars\": 4}");
        issue("ISS-20261116-0005", "2026-11-24T10:00"); // solved, then reopened
        happened("ISS-20261116-0005", "RESOLVED", "2026-11-18T10:00", "{}");
        happened("ISS-20261116-0005", "REOPENED", "2026-11-19T10:00", "{}");
        issue("ISS-20261116-0006", "2026-11-24T10:00"); // solved after the report
        happened("ISS-20261116-0006", "RESOLVED", "2026-11-20T17:00", "{}");
        new WeeklyFacts(jdbc).freeze(written(), times.since(WEEK), at("2026-11-20T16:37"));
        var lines = new WeeklyTable(jdbc).of(WEEK, ZHANG);
        assertThat(those(lines, WeeklyLine::overdue)).containsExactly("0001");
        assertThat(those(lines, WeeklyLine::solved)).containsExactly("0004");
        assertThat(those(lines, WeeklyLine::open))
                .containsExactlyInAnyOrder("0001", "0002", "0003", "0005", "0006");
        assertThat(those(lines, WeeklyLine::dueNext))
                .containsExactlyInAnyOrder("0002", "0005", "0006");
        assertThat(lines).filteredOn(line -> line.stars().isPresent()).hasSize(1);
    }

    @Test
    @DisplayName("一份汇报只计一次，算在交的那一周")
    void aJournalCountsOnce() {
        var journals = new Journals(jdbc);
        journals.keep("u1", ZHANG, "周报", at("2026-11-19T10:00"));
        journals.keep("u1", ZHANG, "周报", at("2026-11-19T10:00"));
        journals.keep("u2", ZHANG, "日报", at("2026-11-22T23:59"));
        journals.keep("u3", UserId.of("liuyang"), "周报", at("2026-11-23T00:00"));
        assertThat(journals.isKnown("u2")).isTrue();
        assertThat(journals.writers(WEEK, List.of(ZHANG, UserId.of("liuyang")))).isOne();
    }

    private Week written() {
        owed.written(WEEK, times.since(WEEK), at("2026-11-20T16:37"));
        return WEEK;
    }

    private static List<String> those(List<WeeklyLine> lines, Predicate<WeeklyLine> which) {
        return lines.stream()
                .filter(which)
                .map(line -> line.issueNo().value().substring(13))
                .toList();
    }

    private void issue(String no, String due) {
        jdbc.sql(
                        """
                insert into issue (issue_no, version, description, urgency, project, major, reporter, source,
                                   status, reported_at, assignment_count, resolution_count)
                values (:no, 0, '问题', 'LOW', '其他', false, 'zhaomin', 'REST', 'HANDLING', now(), 1, 0)
                """)
                .param("no", no)
                .update();
        happened(no, "REPORTED", "2026-11-16T09:00", "{}");
        happened(
                no,
                "ASSIGNED",
                "2026-11-16T09:01",
                "{\"handler\": \"zhangwei\", \"teamId\": 2, \"personalDueAt\": \"%s\"}"
                        .formatted(at(due)));
    }

    private void happened(String no, String type, String when, String payload) {
        jdbc.sql(
                        """
                insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                values (:no, :type, 'zhangwei', :at, :at, cast(:payload as jsonb))
                """)
                .param("no", no)
                .param("type", type)
                .param("at", at(when).atOffset(ZoneOffset.UTC))
                .param("payload", payload)
                .update();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
