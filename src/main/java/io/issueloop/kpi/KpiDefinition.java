package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One KPI: the text people read and the statement that computes it are one object (kpi.md); basis,
 * target, weight and remark are those of a {@link DefinitionVersion}.
 *
 * @param metric T1 … T4, P1 … P5, SCORE
 * @param basis which reading of the formula, e.g. CREATED; {@link #isDefault} is the one that
 *     counts
 * @param version of the definitions in force
 * @param formula in words, Chinese
 * @param target null where there is none
 * @param judged the kind of period the target is for; other periods are for information
 * @param source where the facts come from, in words, Chinese
 * @param lines what answers the lines of a period; none where they are not computed from facts
 * @param weight in the score; 0 for none
 * @param remark of the KPI administrator, may be empty
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
        @Nullable BigDecimal target,
        Period.Kind judged,
        KpiScope.Kind scope,
        String source,
        LineStatement lines,
        BigDecimal weight,
        String remark) {

    static final String SOURCE = "问题事件记录（只增不改）与工作日历";

    /** A statement with its words; what a version decides is filled in later. */
    KpiDefinition(
            String metric,
            String basis,
            boolean isDefault,
            int version,
            String name,
            String formula,
            Unit unit,
            Direction direction,
            @Nullable BigDecimal target,
            Period.Kind judged,
            KpiScope.Kind scope,
            String source,
            LineStatement lines) {
        this(
                metric,
                basis,
                isDefault,
                version,
                name,
                formula,
                unit,
                direction,
                target,
                judged,
                scope,
                source,
                lines,
                BigDecimal.ZERO,
                "");
    }

    /** The statement that computes it, whole; empty where its lines are not computed from facts. */
    public String sql() {
        return lines.sql();
    }

    /** The target in a kind of period; a count for a quarter is none for a month. */
    public Optional<BigDecimal> targetIn(Period.Kind kind) {
        return unit.isCount() && kind != judged ? Optional.empty() : Optional.ofNullable(target);
    }

    /** As a version has it. */
    KpiDefinition under(int versionNumber, DefinitionVersion.Setting setting) {
        return new KpiDefinition(
                metric,
                basis,
                setting.basis().equals(basis),
                versionNumber,
                name,
                formula,
                unit,
                direction,
                setting.target(),
                judged,
                scope,
                source,
                lines,
                setting.weight(),
                setting.remark());
    }
}
