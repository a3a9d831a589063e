package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How old what is open is, beside T2. */
class KpiAgesTest {

    private final TestKpis given = new TestKpis("2026-11-20T12:00");

    @Test
    @DisplayName("未解决问题的账龄：工作日，暂停不计，按团队，更新时刻之后不再增长")
    void openIssuesByAge() {
        open("young", "2026-11-20T09:00");
        open("two days", "2026-11-18T12:00");
        open("just ten", "2026-11-06T12:00");
        open("old", "2026-10-12T09:00");
        open("stands since its second day", "2026-10-12T09:00")
                .paused("2026-10-13T09:00", "APPROVAL", true);
        open("solved", "2026-11-02T09:00").resolved("2026-11-03T09:00");
        given.night("2026-11-20T12:00");
        assertThat(ages("2026Q4", "all", "T2")).containsExactly("2", "1", "0", "1", "1");
        assertThat(ages("2026Q4", "team:2", "T2")).containsExactly("2", "1", "0", "1", "1");
        assertThat(ages("2026Q4", "all", "T1")).isEmpty();
        assertThat(ages("2026-10", "all", "T2")).as("at the end of October").hasSize(5);
    }

    private List<String> ages(String period, String scope, String metric) {
        var basis = metric.equals("T2") ? "WORKDAY" : "CREATED";
        var value = given.value(period, scope, metric, basis);
        return List.copyOf(new KpiAges(given.jdbc).of(value.id()).values());
    }

    private TestIssue open(String no, String at) {
        return given.issue(no).reported(at).assigned(at, "zhangwei", "2026-12-01T09:00");
    }
}
