package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A count is asked of a person in proportion to the time the person was there. */
record Targets(Period.Kind kind, Map<String, Exposure> exposure) {

    Optional<BigDecimal> of(KpiDefinition kpi, String scope) {
        var target = kpi.targetIn(kind);
        return kpi.unit().isCount()
                ? target.map(exposure.getOrDefault(scope, Exposure.FULL)::prorate)
                        .filter(share -> share.signum() > 0)
                : target;
    }
}
