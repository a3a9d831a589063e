package io.issueloop.appraisal.effects;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.KpiMessenger;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Invites a team to the pulse; the subject is {@code INVITE/2} or {@code REMIND/2}. */
@Component
class PulseNoticeEffect implements Effect {

    static final String NAME = "PULSE_NOTICE";
    static final String INVITE = "INVITE";
    static final String REMIND = "REMIND";

    private static final String PREFIX = "PULSE-";

    private final Pulse pulse;
    private final KpiMessenger messenger;
    private final SentLog sentLog;
    private final Directory directory;
    private final QuietHours quietHours;
    private final Clock clock;

    PulseNoticeEffect(
            Pulse pulse,
            KpiMessenger messenger,
            SentLog sentLog,
            Directory directory,
            QuietHours quietHours,
            Clock clock) {
        this.pulse = pulse;
        this.messenger = messenger;
        this.sentLog = sentLog;
        this.directory = directory;
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
        return "团队脉搏邀请";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var to = missing(businessKey, subject);
        if (to.isEmpty()) {
            return;
        }
        var wait = quietHours.wait(clock.instant());
        if (wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        if (sentLog.claim(sent(businessKey, subject))) {
            messenger.send(to, title(businessKey), text(subject), URI.create("/m/pulse"));
            sentLog.sent(sent(businessKey, subject), "");
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var to = missing(businessKey, subject);
        if (to.isEmpty() || sentLog.reference(sent(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var names = to.stream().map(directory::name).collect(Collectors.joining("、"));
        return Optional.of(
                ByHand.of(
                        "发送团队脉搏邀请",
                        "请在企业微信中把下面的消息发给收件人，附上页面 /m/pulse 的链接。",
                        "【发给 %s】\n%s\n%s".formatted(names, title(businessKey), text(subject))));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(sent(businessKey, subject))) {
            sentLog.sent(sent(businessKey, subject), "");
        }
    }

    /** Who has not answered; nobody once the quarter is over. */
    private List<UserId> missing(String businessKey, String subject) {
        var quarter = quarter(businessKey);
        if (!pulse.open().equals(Optional.of(quarter))) {
            return List.of();
        }
        var team = subject.substring(subject.indexOf('/') + 1);
        var done = pulse.answered(quarter);
        return directory.members().stream()
                .filter(who -> who.team().toString().equals(team))
                .map(Member::userId)
                .filter(who -> !done.contains(who))
                .toList();
    }

    private static String title(String businessKey) {
        return quarter(businessKey).label() + "团队脉搏";
    }

    private static String text(String subject) {
        return subject.startsWith(REMIND)
                ? "还有一周截止。三个问题，一分钟，匿名；满 3 人才显示结果。"
                : "三个问题，一分钟，匿名；满 3 人才显示结果。季度最后一天截止。";
    }

    private static Period quarter(String businessKey) {
        return Period.of(businessKey.substring(PREFIX.length()));
    }

    private static String sent(String businessKey, String subject) {
        return "%s/%s/%s".formatted(NAME, businessKey, subject);
    }
}
