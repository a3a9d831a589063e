package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetPast.Quarter;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiStatus;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What suggestions rest on: final values of quarters only, and never those with 样本不足 (kpi.md §6). A
 * team metric counts for the whole; of a personal one the median of everybody counts.
 */
@Component
class TargetFacts {

    private final Kpis kpis;

    TargetFacts(Kpis kpis) {
        this.kpis = kpis;
    }

    /**
     * @param last the newer of the two quarters
     */
    TargetPast of(KpiDefinition kpi, Period last) {
        var quarters =
                Stream.of(last.previous(), last)
                        .map(period -> quarter(kpi, period))
                        .flatMap(Optional::stream)
                        .toList();
        return new TargetPast(kpi.metric(), kpi.direction(), quarters);
    }

    private Optional<Quarter> quarter(KpiDefinition kpi, Period period) {
        var values =
                kpis.find(period, kpi.metric()).stream()
                        .filter(value -> value.counts() && !value.provisional())
                        .filter(value -> isJudged(value.status()))
                        .filter(value -> concerns(kpi, KpiScope.of(value.scope())))
                        .toList();
        var target = targetThen(kpi, period);
        if (values.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        long n = isPersonal(kpi) ? values.size() : values.get(0).n();
        return Optional.of(new Quarter(period, middle(values, target.get()), target.get(), n));
    }

    private Optional<BigDecimal> targetThen(KpiDefinition kpi, Period period) {
        return kpis.definitions(period).stream()
                .filter(then -> then.metric().equals(kpi.metric()) && then.isDefault())
                .findFirst()
                .flatMap(then -> then.targetIn(Period.Kind.QUARTER));
    }

    private static BigDecimal middle(List<KpiValue> values, BigDecimal target) {
        var sorted = new ArrayList<>(values.stream().map(v -> atFull(v, target)).toList());
        sorted.sort(null);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1)
                        .add(sorted.get(half))
                        .divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
    }

    /** A count whose target was prorated is stretched to full attendance. */
    private static BigDecimal atFull(KpiValue value, BigDecimal target) {
        var number = new BigDecimal(Objects.requireNonNull(value.value()));
        var asked = value.target();
        return asked == null || new BigDecimal(asked).signum() == 0
                ? number
                : number.multiply(target).divide(new BigDecimal(asked), MathContext.DECIMAL128);
    }

    private static boolean isJudged(KpiStatus status) {
        return status == KpiStatus.MET || status == KpiStatus.MISSED;
    }

    private static boolean concerns(KpiDefinition kpi, KpiScope scope) {
        return scope.kind() == (isPersonal(kpi) ? KpiScope.Kind.PERSON : KpiScope.Kind.ALL);
    }

    private static boolean isPersonal(KpiDefinition kpi) {
        return kpi.scope() == KpiScope.Kind.PERSON;
    }
}
