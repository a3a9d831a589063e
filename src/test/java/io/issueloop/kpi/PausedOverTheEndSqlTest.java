package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P2 of what is paused when a period ends on a free day: October 2026 ends on a Saturday. */
class PausedOverTheEndSqlTest {

    private final TestKpis given = new TestKpis("2026-12-20T01:07");

    @Test
    @DisplayName("暂停跨过月末周末：时限没有在暂停中过去，超时只计一次，计在恢复之后的月份")
    void nobodyGetsLateWhilePaused() {
        paused("over the weekend").resumed("2026-11-02T10:00").resolved("2026-11-04T10:00");
        given.night();
        assertThat(given.parts("2026-10", "person:zhangwei", "P2")).isEqualTo("0/0");
        assertThat(given.parts("2026-11", "person:zhangwei", "P2")).isEqualTo("0/1");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("0/1");
    }

    @Test
    @DisplayName("暂停在次月周日结束：当时已到的时限在恢复时才算过去，同样只计一次")
    void whatWouldHavePassedPassesWhenThePauseEnds() {
        paused("until Sunday").resumed("2026-11-01T20:00").resolved("2026-11-04T10:00");
        given.night();
        assertThat(given.parts("2026-10", "person:zhangwei", "P2")).isEqualTo("0/0");
        assertThat(given.parts("2026-11", "person:zhangwei", "P2")).isEqualTo("0/1");
    }

    @Test
    @DisplayName("周末临时查看：暂停中的问题不显示为超时")
    void provisionallyNeither() {
        paused("still");
        given.night("2026-11-01T01:07");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("0/0");
        given.night("2026-11-03T01:07");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("0/0");
    }

    /** Due on Saturday at noon, paused since Friday evening. */
    private TestIssue paused(String no) {
        return given.issue(no)
                .reported("2026-10-30T09:00")
                .assigned("2026-10-30T09:00", "zhangwei", "2026-10-31T12:00")
                .accepted("2026-10-30T09:30")
                .paused("2026-10-30T18:30", "INFORMATION", true);
    }
}
