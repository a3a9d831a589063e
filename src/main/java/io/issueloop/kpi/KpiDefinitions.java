package io.issueloop.kpi;

import java.util.List;
import java.util.stream.Stream;

/** Every KPI that is computed, in the order people read them. */
final class KpiDefinitions {

    static final List<KpiDefinition> ALL =
            Stream.of(SolvedKpis.ALL, DurationKpis.ALL, QualityKpis.ALL, PersonalKpis.ALL)
                    .flatMap(List::stream)
                    .toList();

    private KpiDefinitions() {}

    /**
     * @throws IllegalArgumentException when no such KPI exists
     */
    static KpiDefinition of(String metric, String basis) {
        return ALL.stream()
                .filter(kpi -> kpi.metric().equals(metric) && kpi.basis().equals(basis))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no KPI " + metric + "/" + basis));
    }

    /** Whether a key of metric and basis names the basis that counts. */
    static boolean isDefault(List<String> key) {
        return of(key.get(0), key.get(1)).isDefault();
    }
}
