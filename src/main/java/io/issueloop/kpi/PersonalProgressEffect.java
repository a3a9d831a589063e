package io.issueloop.kpi;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's own progress, each to the person alone; the subject is the team. */
@Component
class PersonalProgressEffect implements Effect {

    static final String NAME = "PERSONAL_PROGRESS";

    private static final String PREFIX = "PROGRESS-";

    private final JdbcClient jdbc;
    private final Kpis kpis;
    private final KpiMessenger messenger;
    private final SentLog sentLog;
    private final QuietHours quietHours;
    private final Clock clock;

    PersonalProgressEffect(
            JdbcClient jdbc,
            Kpis kpis,
            KpiMessenger messenger,
            SentLog sentLog,
            QuietHours quietHours,
            Clock clock) {
        this.jdbc = jdbc;
        this.kpis = kpis;
        this.messenger = messenger;
        this.sentLog = sentLog;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    static String key(Period quarter) {
        return PREFIX + quarter.code();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "个人进度消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var wait = quietHours.wait(clock.instant());
        if (wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        var quarter = quarter(businessKey);
        for (var letter : letters(quarter, subject)) {
            if (sentLog.claim(letter.key())) {
                var page = URI.create("/m/kpi?period=" + quarter.code());
                var title = quarter.label() + "个人进度";
                messenger.send(List.of(letter.to()), title, letter.text(), page);
                sentLog.sent(letter.key(), "");
            }
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var unsent =
                letters(quarter(businessKey), subject).stream()
                        .filter(letter -> sentLog.reference(letter.key()).isEmpty())
                        .toList();
        if (unsent.isEmpty()) {
            return Optional.empty();
        }
        var text =
                unsent.stream()
                        .map(letter -> "【只发给 %s】\n%s".formatted(letter.to(), letter.text()))
                        .collect(Collectors.joining("\n\n"));
        return Optional.of(
                ByHand.of(
                                "发送%s个人进度".formatted(quarter(businessKey).label()),
                                "请在企业微信中把下面的消息分别只发给本人。",
                                text)
                        .forKpiAdmins());
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        letters(quarter(businessKey), subject).stream()
                .map(Letter::key)
                .filter(sentLog::claim)
                .forEach(key -> sentLog.sent(key, ""));
    }

    private record Letter(String key, UserId to, String text) {}

    /** What was asked for last and concerns this quarter. */
    private List<Letter> letters(Period quarter, String team) {
        return jdbc.sql(
                        """
                        select p.person, p.turn from kpi_progress p join member m on m.user_id = p.person
                         where p.quarter = ? and m.team_id = ? and m.active order by p.person
                        """)
                .params(quarter.code(), Long.parseLong(team))
                .query(
                        (row, n) -> {
                            var person = UserId.of(row.getString("person"));
                            return new Letter(
                                    "%s/%s/%s/%d"
                                            .formatted(NAME, quarter, person, row.getInt("turn")),
                                    person,
                                    ProgressText.of(kpis.find(quarter, KpiScope.person(person))));
                        })
                .list();
    }

    private static Period quarter(String businessKey) {
        return Period.of(businessKey.substring(PREFIX.length()));
    }
}
