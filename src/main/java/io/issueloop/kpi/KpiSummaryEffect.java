package io.issueloop.kpi;

import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads, CTO and KPI administrators are told how a period stands; everybody once per revision. */
@Component
class KpiSummaryEffect implements Effect {

    static final String NAME = "KPI_SUMMARY";

    private final Kpis kpis;
    private final KpiNames names;
    private final KpiAudience audience;
    private final KpiMessenger messenger;
    private final SentLog sentLog;

    KpiSummaryEffect(
            Kpis kpis,
            KpiNames names,
            KpiAudience audience,
            KpiMessenger messenger,
            SentLog sentLog) {
        this.kpis = kpis;
        this.names = names;
        this.audience = audience;
        this.messenger = messenger;
        this.sentLog = sentLog;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "指标汇总消息";
    }

    /** {@code subject} is the period's code and the revision: {@code 2026Q3/2}. */
    @Override
    public void perform(String businessKey, String subject) {
        var period = Period.of(subject.substring(0, subject.indexOf('/')));
        var byScope = names.byScope();
        for (var circle : audience.circles()) {
            tell(circle, period, subject, byScope);
        }
    }

    private void tell(
            KpiAudience.Circle circle, Period period, String subject, Map<String, String> byScope) {
        var values = judged(period, circle.scope());
        var key = "%s/%s/%s".formatted(NAME, subject, circle.scope());
        if (values.isEmpty() || !sentLog.claim(key)) {
            return;
        }
        var scope = circle.scope().toString();
        messenger.send(
                circle.people(),
                KpiSummaryText.title(period, values.get(0).provisional()),
                KpiSummaryText.of(byScope.getOrDefault(scope, scope), values),
                URI.create("/dashboard?period=" + period.code()));
        sentLog.sent(key, "");
    }

    private List<KpiValue> judged(Period period, KpiScope scope) {
        return kpis.find(period, scope).stream()
                .filter(
                        value -> {
                            var kpi = KpiDefinitions.of(value.metric(), value.basis());
                            return kpi.isDefault() && kpi.judged() == period.kind();
                        })
                .toList();
    }
}
