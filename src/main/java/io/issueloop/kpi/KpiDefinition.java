package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One KPI: the text people read and the statement that computes it are one object (kpi.md).
 *
 * @param metric T1 … T4, P1 … P5
 * @param basis which reading of the formula, e.g. CREATED; {@link #isDefault} is the one that
 *     counts
 * @param version grows with every change of text, statement, target or basis
 * @param formula in words, Chinese
 * @param judged the kind of period the target is for; other periods are for information
 * @param source where the facts come from, in words, Chinese
 * @param sql answers the lines of a period: issue_no, team_id, person, included, reason, numerator,
 *     denominator, part, extra; parameters :start, :end
 */
public record KpiDefinition(
        String metric,
        String basis,
        boolean isDefault,
        int version,
        String name,
        String formula,
        Unit unit,
        Direction direction,
        BigDecimal target,
        Period.Kind judged,
        KpiScope.Kind scope,
        String source,
        String sql) {

    static final String SOURCE = "问题事件记录（只增不改）与工作日历";

    /** The target in a kind of period; a count for a quarter is none for a month. */
    public Optional<BigDecimal> targetIn(Period.Kind kind) {
        return unit == Unit.COUNT && kind != judged ? Optional.empty() : Optional.of(target);
    }
}
