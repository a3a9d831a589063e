package io.issueloop.web.api;

import io.issueloop.kpi.KpiAges;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.KpiDisplay;
import io.issueloop.kpi.KpiGaps;
import io.issueloop.kpi.KpiLocks;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.web.api.KpiSheet.Other;
import io.issueloop.web.api.KpiSheet.PeriodView;
import io.issueloop.web.api.KpiSheet.Point;
import io.issueloop.web.api.KpiSheet.Tile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a dashboard together from what {@link Kpis} knows. */
@Component
class KpiSheets {

    private static final int QUARTERS_BACK = 6;
    private static final int MONTHS_BACK = 12;

    private final Kpis kpis;
    private final KpiLocks locks;
    private final KpiAges ages;
    private final KpiGaps gaps;

    KpiSheets(Kpis kpis, KpiLocks locks, KpiAges ages, KpiGaps gaps) {
        this.kpis = kpis;
        this.locks = locks;
        this.ages = ages;
        this.gaps = gaps;
    }

    KpiSheet of(Period period, KpiScope scope) {
        var values = kpis.find(period, scope);
        var definitions = kpis.definitions(period);
        return new KpiSheet(
                view(period),
                locks.revision(period).orElse(null),
                kpis.periods().stream().map(KpiSheets::view).toList(),
                scope.toString(),
                definitions.stream()
                        .filter(KpiDefinition::isDefault)
                        .filter(kpi -> isFor(kpi, scope))
                        .map(kpi -> tile(kpi, definitions, new Place(period, scope), values))
                        .toList());
    }

    /** A team's KPIs answer for the whole as well. */
    private static boolean isFor(KpiDefinition kpi, KpiScope scope) {
        return (kpi.scope() == KpiScope.Kind.PERSON) == (scope.kind() == KpiScope.Kind.PERSON);
    }

    private record Place(Period period, KpiScope scope) {}

    private Tile tile(
            KpiDefinition kpi,
            List<KpiDefinition> definitions,
            Place place,
            List<KpiValue> values) {
        var period = place.period();
        var scope = place.scope();
        var value = value(kpi, values);
        var back = period.kind() == Period.Kind.MONTH ? MONTHS_BACK : QUARTERS_BACK;
        return new Tile(
                kpi.metric(),
                kpi.name(),
                kpi.formula(),
                kpi.source(),
                kpi.judged().name(),
                kpi.direction().name(),
                value.orElse(null),
                value.map(KpiDisplay::of).orElse(null),
                value.map(gaps::explained).orElse(""),
                value.map(KpiValue::id).map(this::details).orElse(Map.of()),
                kpis.trend(scope, kpi.metric(), kpi.basis(), period, back).stream()
                        .map(KpiSheets::point)
                        .toList(),
                definitions.stream()
                        .filter(other -> other.metric().equals(kpi.metric()) && !other.isDefault())
                        .flatMap(other -> value(other, values).stream().map(v -> other(other, v)))
                        .toList());
    }

    private Map<String, String> details(long id) {
        var details = new LinkedHashMap<>(kpis.details(id));
        details.putAll(ages.of(id));
        return details;
    }

    private static Optional<KpiValue> value(KpiDefinition kpi, List<KpiValue> values) {
        return values.stream()
                .filter(value -> value.metric().equals(kpi.metric()))
                .filter(value -> value.basis().equals(kpi.basis()))
                .findFirst();
    }

    private static Other other(KpiDefinition kpi, KpiValue value) {
        return new Other(kpi.basis(), kpi.formula(), KpiDisplay.of(value));
    }

    private static Point point(KpiValue value) {
        var shown = value.value() == null ? null : KpiDisplay.of(value).value();
        return new Point(
                value.period(),
                Period.of(value.period()).label(),
                value.value(),
                shown,
                value.status().name());
    }

    private static PeriodView view(Period period) {
        return PeriodView.of(period);
    }
}
