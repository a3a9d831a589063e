package io.issueloop.kpi;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    /** {@code subject} is the period's code and the revision: {@code 2026Q3/2}. */
    @Override
    public void perform(String businessKey, String subject) {
        for (var letter : letters(subject)) {
            if (sentLog.claim(letter.key())) {
                var page = URI.create("/dashboard?period=" + period(subject).code());
                messenger.send(letter.to(), letter.title(), letter.text(), page);
                sentLog.sent(letter.key(), "");
            }
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var unsent =
                letters(subject).stream()
                        .filter(letter -> sentLog.reference(letter.key()).isEmpty())
                        .toList();
        return unsent.isEmpty()
                ? Optional.empty()
                : Optional.of(HandKpi.letters(period(subject), unsent, names.byScope()));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        letters(subject).stream()
                .map(Letter::key)
                .filter(sentLog::claim)
                .forEach(key -> sentLog.sent(key, ""));
    }

    /**
     * One message.
     *
     * @param key unique per revision and circle
     */
    record Letter(String key, List<UserId> to, String title, String text) {}

    /** Circles with nothing to judge get none. */
    private List<Letter> letters(String subject) {
        var period = period(subject);
        var byScope = names.byScope();
        var letters = new ArrayList<Letter>();
        for (var circle : audience.circles()) {
            var values = judged(period, circle.scope());
            if (!values.isEmpty()) {
                var scope = circle.scope().toString();
                letters.add(
                        new Letter(
                                "%s/%s/%s".formatted(NAME, subject, scope),
                                circle.people(),
                                KpiSummaryText.title(period, values.get(0).provisional()),
                                KpiSummaryText.of(byScope.getOrDefault(scope, scope), values)));
            }
        }
        return letters;
    }

    private static Period period(String subject) {
        return Period.of(subject.substring(0, subject.indexOf('/')));
    }

    private List<KpiValue> judged(Period period, KpiScope scope) {
        return kpis.find(period, scope).stream()
                .filter(
                        value -> {
                            var kpi = KpiDefinitions.of(value.metric(), value.basis());
                            return value.counts() && kpi.judged() == period.kind();
                        })
                .toList();
    }
}
