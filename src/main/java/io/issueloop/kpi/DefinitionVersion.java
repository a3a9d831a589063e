package io.issueloop.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the KPIs ask for from a quarter on: bases, targets, weights and the cap of an attainment
 * (kpi.md §3, §4). Decided versions never change; a change is a new one.
 *
 * @param effectiveFrom the first quarter it holds for
 * @param cap of one metric's attainment in the score, 1.00 … 1.20
 * @param settings one per metric with a target
 */
public record DefinitionVersion(
        int version,
        State state,
        Period effectiveFrom,
        BigDecimal cap,
        String reason,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<Setting> settings) {

    /** A draft may still be tried; the others are decided. */
    public enum State {
        DRAFT("草案"),
        ACTIVE("已生效"),
        DISCARDED("已放弃");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param basis the one that counts
     * @param weight in the score; 0 for team KPIs
     */
    public record Setting(
            String metric,
            String basis,
            @Nullable BigDecimal target,
            BigDecimal weight,
            String remark) {

        Setting with(@Nullable BigDecimal otherTarget) {
            return new Setting(metric, basis, otherTarget, weight, remark);
        }
    }

    /** Every KPI as this version has it; what it does not name, such as SCORE, has no target. */
    public List<KpiDefinition> definitions() {
        return KpiDefinitions.ALL.stream()
                .flatMap(kpi -> Stream.of(kpi.under(version, setting(kpi))))
                .toList();
    }

    /** The default basis of a metric comes first. */
    KpiDefinition of(String metric, String basis) {
        var kpi = KpiDefinitions.of(metric, basis);
        return kpi.under(version, setting(kpi));
    }

    private Setting setting(KpiDefinition kpi) {
        return settings.stream()
                .filter(setting -> setting.metric().equals(kpi.metric()))
                .findFirst()
                .orElseGet(() -> new Setting(kpi.metric(), kpi.basis(), null, BigDecimal.ZERO, ""));
    }

    /** What the weights add up to; 100 or it cannot be activated. */
    public BigDecimal totalWeight() {
        return settings.stream().map(Setting::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
