package io.issueloop.kpi;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** KPI 统计 in WeCom shows a period's values: the judged ones on their default basis. */
@Component
class KpiTableEffect implements Effect {

    static final String NAME = "KPI_TABLE";

    private final Kpis kpis;
    private final KpiNames names;
    private final KpiTable table;

    KpiTableEffect(Kpis kpis, KpiNames names, KpiTable table) {
        this.kpis = kpis;
        this.names = names;
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "KPI 统计表";
    }

    @Override
    public Capability capability() {
        return Capability.TABLE;
    }

    /** {@code subject} is the period's code. */
    @Override
    public void perform(String businessKey, String subject) {
        var rows = rows(Period.of(subject));
        if (!rows.isEmpty()) {
            table.write(rows);
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var period = Period.of(subject);
        return Optional.of(rows(period))
                .filter(rows -> !rows.isEmpty())
                .map(rows -> HandKpi.table(period, rows));
    }

    /** The table itself remembers it. */
    @Override
    public void doneByHand(String businessKey, String subject, String reference) {}

    private List<KpiTable.Row> rows(Period period) {
        var byScope = names.byScope();
        return kpis.find(period).stream()
                .filter(value -> isShown(value, period))
                .map(value -> row(value, period, byScope))
                .toList();
    }

    /** Persons with nothing to judge would only fill the sheet. */
    private static boolean isShown(KpiValue value, Period period) {
        var kpi = KpiDefinitions.of(value.metric(), value.basis());
        boolean empty = value.value() == null && kpi.scope() == KpiScope.Kind.PERSON;
        return value.counts() && kpi.judged() == period.kind() && !empty;
    }

    static KpiTable.Row row(KpiValue value, Period period, Map<String, String> names) {
        var kpi = KpiDefinitions.of(value.metric(), value.basis());
        return new KpiTable.Row(
                kpi.scope() == KpiScope.Kind.PERSON ? KpiTable.Sheet.PERSON : KpiTable.Sheet.TEAM,
                String.join("/", List.of(value.metric(), value.period(), value.scope())),
                period.label(),
                names.getOrDefault(value.scope(), value.scope()),
                kpi.name(),
                value.value() == null
                        ? Optional.empty()
                        : Optional.of(KpiDisplay.rounded(value, kpi)),
                Optional.ofNullable(value.target())
                        .map(BigDecimal::new)
                        .map(BigDecimal::stripTrailingZeros),
                value.status().label(),
                value.n());
    }
}
