package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything again: the same from the same facts, and a difference has names (kpi.md §5). */
class KpiRecomputationTest {

    private static final Period Q4 = Period.of("2026Q4");

    private final TestKpis given = new TestKpis("2026-11-20T01:07");

    @BeforeEach
    void oneSolvedAndOneOpen() {
        given.team(2, "平台组", "lixue", "zhangwei");
        given.issue("ISS-20261102-0001")
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.issue("ISS-20261118-0002")
                .reported("2026-11-18T09:00")
                .assigned("2026-11-18T09:00", "zhangwei", "2026-11-24T09:00");
        given.night("2026-11-20T01:07");
    }

    @Test
    @DisplayName("事实不变则没有差异，校验值也不变，改名也不变")
    void theSameFactsGiveTheSame() {
        var before = given.fingerprint("2026Q4");
        given.jdbc.sql("update member set name = '新名字'").update();
        given.jdbc.sql("update team set name = '新组名'").update();
        var report = given.recompute("2026Q4");
        assertThat(report.isUnchanged()).isTrue();
        assertThat(report.fingerprint()).isEqualTo(before);
        assertThatThrownBy(() -> given.recompute("2031Q1")).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("差异列出涉及的问题，统计表在下次汇总时更新")
    void aDifferenceNamesItsIssues() {
        given.jdbc
                .sql(
                        """
                        update kpi_issue_lines set lines = array(
                               select case when e.metric = 'T1' and e.basis = 'CREATED'
                                           then row(e.metric, e.basis, false, '被改过', 0, e.denominator, e.part, e.extra)::kpi_entry
                                           else e end
                                 from unnest(lines) e)
                         where issue_no = 'ISS-20261102-0001' and period = '2026Q4'
                        """)
                .update();
        given.jdbc
                .sql(
                        "update kpi_value set numerator = 0 where metric = 'T1' and basis = 'CREATED' and period = '2026Q4'")
                .update();
        var report = given.recompute("2026Q4");
        assertThat(report.lines())
                .map(line -> line.issueNo() + " " + line.before() + " → " + line.after())
                .containsExactly("ISS-20261102-0001 被改过 → 已解决");
        assertThat(report.values())
                .map(KpiRecomputation.ChangedValue::scope)
                .containsExactly("all", "team:2");
        int told = given.deliveries.requested().size();
        given.night("2026-11-20T01:08");
        assertThat(given.deliveries.requested().size()).isGreaterThan(told);
    }

    @Test
    @DisplayName("如果今天解决：解决数加一，时限未到则算按时，得分随之而动")
    void oneMoreMovesTheNumbers() {
        var exposures = new Exposures(given.jdbc);
        var stored = new StoredTallies(given.jdbc);
        var store = new DefinitionStore(given.jdbc);
        var ahead =
                new Prospects(given.jdbc, store, stored, exposures).of(UserId.of("zhangwei"), Q4);
        assertThat(ahead).hasSize(1);
        assertThat(ahead.get(0).issueNo()).isEqualTo("ISS-20261118-0002");
        assertThat(ahead.get(0).late()).isFalse();
        // (30 · 1/5 + 25 + 0) / 75 and (30 · 2/5 + 25 + 0) / 75
        assertThat(ahead.get(0).moves())
                .map(move -> move.metric() + " " + move.before() + " → " + move.after())
                .containsExactly("P1 1.00 单 → 2.00 单", "SCORE 41.33 分 → 49.33 分");
    }
}
