package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Locked means locked, and what comes too late for a locked quarter (kpi.md §5). */
class LockedPeriodsTest {

    private final TestKpis given = new TestKpis("2026-10-14T09:00");

    @Test
    @DisplayName("锁定后补录、重算都不再改变季度与其中的月份；下一季度照常汇总")
    void nothingTouchesALockedQuarter() {
        given.issue()
                .reported("2026-09-01T09:00")
                .assigned("2026-09-01T10:00", "zhangwei", "2026-09-04T10:00");
        given.night("2026-10-14T09:00");
        lock();
        var before = given.fingerprint("2026Q3");
        given.issue().reported("2026-09-02T09:00");
        writtenDown("2026-09-02", "2026-10-20 10:00");
        assertThat(given.night("2026-10-21T01:07"))
                .map(Period::code)
                .containsExactly("2026-10", "2026Q4");
        assertThat(given.fingerprint("2026Q3")).isEqualTo(before);
        assertThatThrownBy(() -> given.recompute("2026Q3"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2026年第3季度已锁定（修订 1）");
        assertThatThrownBy(() -> given.recompute("2026-08")).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("锁定后才重开：本季不变，下一季度出现一条追回，再次解决再计一次")
    void lateReopeningIsTakenBackInTheNextQuarter() {
        var issue = solvedLate();
        given.night("2026-10-14T09:00");
        assertThat(given.parts("2026Q3", "person:zhangwei", "P1")).isEqualTo("1/1");
        lock();
        issue.reopened("2026-10-14T10:00");
        given.night("2026-10-15T01:07");
        assertThat(given.parts("2026Q3", "person:zhangwei", "P1")).isEqualTo("1/1");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P1")).isEqualTo("-1/1");
        assertThat(given.lines(given.value("2026Q4", "person:zhangwei", "P1", "DEFAULT")))
                .contains("ISS-20260101-0001 ✓ 追回：2026Q3 已计入的解决于 2026-10-14 被重开");
        assertThat(given.lines(given.value("2026Q4", "all", "T1", "CREATED")))
                .containsExactly("ISS-20260101-0001 ✗ 追回：2026Q3 已计入的解决于 2026-10-14 被重开，遗留口径中计为未解决");

        issue.resolved("2026-10-16T10:00");
        given.night("2026-10-17T01:07");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P1")).isEqualTo("0/1");
    }

    @Test
    @DisplayName("截止日前的重开已在本季扣除，不再追回")
    void reopeningBeforeTheCutOffIsNotTakenBackTwice() {
        solvedLate().reopened("2026-10-12T10:00");
        given.night("2026-10-14T09:00");
        assertThat(given.parts("2026Q3", "person:zhangwei", "P1")).isEqualTo("0/1");
        lock();
        given.night("2026-10-15T01:07");
        assertThat(given.lines(given.value("2026Q4", "person:zhangwei", "P1", "DEFAULT")))
                .noneMatch(line -> line.contains("追回"));
    }

    @Test
    @DisplayName("锁定后不能再人工调整，重新打开之前如此")
    void nothingIsSignedBesideALockedNumber() {
        solvedLate();
        given.night("2026-10-14T09:00");
        var value = given.value("2026Q3", "person:zhangwei", "P1", "DEFAULT");
        var overrides = new KpiOverrides(given.jdbc, new LockedPeriods(given.jdbc), given.clock);
        var admin =
                new Member(
                        UserId.of("hefang"),
                        "何芳",
                        TeamId.of(2),
                        Set.of(Role.MEMBER, Role.KPI_ADMIN));
        overrides.add(admin, value, new BigDecimal("6"), "系统停机两天");
        lock();
        assertThatThrownBy(() -> overrides.add(admin, value, BigDecimal.TEN, "再改"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已锁定（修订 1）");
        assertThat(overrides.of(value)).singleElement().extracting("value").isEqualTo("6");
    }

    private TestIssue solvedLate() {
        return given.issue()
                .reported("2026-09-28T09:00")
                .assigned("2026-09-28T10:00", "zhangwei", "2026-10-10T10:00")
                .resolved("2026-09-30T16:00");
    }

    /** What happened on a day was written down only later. */
    private void writtenDown(String day, String local) {
        given.jdbc.sql("alter table issue_event disable trigger all").update();
        given.jdbc
                .sql(
                        "update issue_event set recorded_at = cast(? as timestamptz) where occurred_at::date = cast(? as date)")
                .params(local + "+08", day)
                .update();
    }

    private void lock() {
        given.jdbc
                .sql(
                        """
                        insert into quarter_event (quarter, type, revision, actor, occurred_at)
                        values ('2026Q3', 'LOCKED', 1, 'lixue', '2026-10-14 09:00+08')
                        """)
                .update();
        given.jdbc
                .sql(
                        "update kpi_owed_period set owed = true, statements = null where ends_at > '2026-10-02'")
                .update();
    }
}
