package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Versions: only ahead, only whole, never backwards; and what one would have meant (kpi.md §4). */
class DefinitionsTest {

    private static final Member CHEN = member("chenkpi", Role.KPI_ADMIN);

    private final TestKpis given = new TestKpis("2027-01-20T01:07");
    private final DefinitionStore store = new DefinitionStore(given.jdbc);
    private final Definitions definitions = new Definitions(store, given.clock);

    @Test
    @DisplayName("出厂的定义就是客户的两张表")
    void theShippedVersionIsTheCustomersTables() {
        var shipped = definitions.at(Period.of("2026Q4"));
        assertThat(shipped.settings())
                .map(s -> s.metric() + " " + s.target() + " " + s.weight())
                .containsExactly(
                        "T1 90 0",
                        "T2 3 0",
                        "T3 10 0",
                        "T4 4.5 0",
                        "P1 5 30",
                        "P2 85 25",
                        "P3 2 20",
                        "P4 4 15",
                        "P5 100 10");
        assertThat(shipped.totalWeight()).isEqualByComparingTo("100");
        assertThat(shipped.definitions()).filteredOn(KpiDefinition::isDefault).hasSize(10);
    }

    @Test
    @DisplayName("只从尚未开始的季度生效；权重须合计 100；生效后不能再改")
    void changesAreWholeAndAhead() {
        assertThatThrownBy(() -> definitions.draft(CHEN, Period.of("2027Q1"), draft("30")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经开始");
        int lame = definitions.draft(CHEN, Period.of("2027Q2"), draft("40"));
        assertThatThrownBy(() -> definitions.activate(CHEN, lame)).hasMessageContaining("110");
        int whole = definitions.draft(CHEN, Period.of("2027Q2"), draft("30"));
        definitions.activate(CHEN, whole);
        assertThatThrownBy(() -> definitions.discard(CHEN, whole)).isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () ->
                                given.jdbc
                                        .sql(
                                                "update kpi_definition set target = 1 where version = ?")
                                        .param(whole)
                                        .update())
                .hasMessageContaining("has been decided");
        assertThat(definitions.at(Period.of("2027Q1")).version()).isEqualTo(1);
        assertThat(definitions.at(Period.of("2027-04")).version()).isEqualTo(whole);
        assertThat(definitions.at(Period.of("2027Q3")).of("T1", "DUE").isDefault()).isTrue();
    }

    @Test
    void nobodyElseMay() {
        var lead = member("lixue", Role.LEAD);
        assertThatThrownBy(() -> definitions.draft(lead, Period.of("2027Q2"), draft("30")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> definitions.activate(lead, 1)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("试算：目标与封顶改变达标与得分，存下的数值不变")
    void whatIfTouchesNothing() {
        given.team(2, "平台组", "lixue", "zhangwei");
        given.issue()
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.night("2027-01-20T01:07");
        var before = given.kpis.fingerprint(Period.of("2026Q4"));
        int draft = definitions.draft(CHEN, Period.of("2027Q2"), draft("30"));
        var exposures = new Exposures(given.jdbc);
        var answer =
                new WhatIf(definitions, new StoredTallies(given.jdbc), exposures)
                        .of(draft, Period.of("2026Q4"));
        // P1 counts 1 of 1 now, P2 and P3 as before: (30 + 25 + 0) / 75
        assertThat(answer.changes())
                .map(change -> change.scope() + " " + change.before() + " → " + change.after())
                .contains(
                        "person:zhangwei 1.00 单（目标 5，未达标） → 1.00 单（目标 1，达标）",
                        "person:zhangwei 41.33 分 → 73.33 分");
        assertThat(given.kpis.fingerprint(Period.of("2026Q4"))).isEqualTo(before);
    }

    /** T1 on another basis, P1 with another target and weight. */
    private static DefinitionDraft draft(String weight) {
        return new DefinitionDraft(
                BigDecimal.ONE,
                "试行",
                List.of(
                        setting("T1", "DUE", "90", "0"),
                        setting("T2", "WORKDAY", "3", "0"),
                        setting("T3", "DEFAULT", "10", "0"),
                        setting("T4", "DEFAULT", "4.5", "0"),
                        setting("P1", "DEFAULT", "1", weight),
                        setting("P2", "DEFAULT", "85", "25"),
                        setting("P3", "DEFAULT", "2", "20"),
                        setting("P4", "DEFAULT", "4", "15"),
                        setting("P5", "DEFAULT", "100", "10")));
    }

    private static DefinitionVersion.Setting setting(
            String metric, String basis, String target, String weight) {
        return new DefinitionVersion.Setting(
                metric, basis, new BigDecimal(target), new BigDecimal(weight), "");
    }

    private static Member member(String user, Role role) {
        return new Member(UserId.of(user), user, TeamId.of(2), Set.of(Role.MEMBER, role));
    }
}
