package io.issueloop.kpi;

import io.issueloop.shared.Refused;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a KPI administrator proposes.
 *
 * @param cap of one attainment in the score, 1.00 … 1.20
 * @param reason why, for those who are measured by it
 */
public record DefinitionDraft(
        BigDecimal cap, String reason, List<DefinitionVersion.Setting> settings) {

    private static final BigDecimal MOST = new BigDecimal("1.20");

    /**
     * @throws Refused with what is wrong; weights may be unfinished until activation
     */
    void check() {
        if (reason.isBlank() || reason.length() > 200) {
            throw new Refused("请写明修改原因（1–200 字）");
        }
        if (cap.compareTo(BigDecimal.ONE) < 0 || cap.compareTo(MOST) > 0) {
            throw new Refused("达成率封顶须在 1.00 与 1.20 之间");
        }
        var wanted =
                KpiDefinitions.ALL.stream()
                        .filter(kpi -> kpi.target() != null)
                        .map(KpiDefinition::metric)
                        .collect(Collectors.toSet());
        var named = new HashSet<String>();
        settings.forEach(setting -> named.add(setting.metric()));
        if (!named.equals(wanted) || named.size() != settings.size()) {
            throw new Refused("每项指标须有且只有一行设置：" + wanted.stream().sorted().toList());
        }
        settings.forEach(DefinitionDraft::check);
    }

    private static void check(DefinitionVersion.Setting setting) {
        var bases =
                KpiDefinitions.ALL.stream()
                        .filter(kpi -> kpi.metric().equals(setting.metric()))
                        .toList();
        if (bases.stream().noneMatch(kpi -> kpi.basis().equals(setting.basis()))) {
            throw new Refused("%s 没有口径 %s".formatted(setting.metric(), setting.basis()));
        }
        var target = setting.target();
        if (target == null || target.signum() <= 0 || target.scale() > 4) {
            throw new Refused("%s 的目标须为正数，至多四位小数".formatted(setting.metric()));
        }
        var unit = bases.get(0).unit();
        int most = unit == Unit.PERCENT ? 100 : unit == Unit.STARS ? 5 : 10_000;
        if (target.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Refused("%s 的目标不可能达到：最高 %d".formatted(setting.metric(), most));
        }
        boolean personal = bases.get(0).scope() == KpiScope.Kind.PERSON;
        if (setting.weight().signum() < 0 || !personal && setting.weight().signum() != 0) {
            throw new Refused("权重不能为负，团队指标没有权重：" + setting.metric());
        }
    }
}
