package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetRound.State;
import io.issueloop.appraisal.targets.TargetTexts.Text;
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
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Messages about targets; the subject is {@code KIND/team:2} or {@code KIND/userid}, sent once. */
@Component
class TargetNoticeEffect implements Effect {

    static final String NAME = "TARGET_NOTICE";

    enum Kind {
        COMMENT("目标征求意见"),
        DECIDE("目标待决定"),
        DECIDE_REMINDER("目标决定提醒"),
        PUBLISHED("目标公布"),
        ACKNOWLEDGE_REMINDER("目标确认提醒"),
        KEPT("目标沿用通知"),
        IN_FORCE("目标生效通知");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final TargetRounds rounds;
    private final TargetLetters letters;
    private final KpiMessenger messenger;
    private final SentLog sentLog;
    private final Directory directory;
    private final QuietHours quietHours;
    private final Clock clock;

    TargetNoticeEffect(
            TargetRounds rounds,
            TargetLetters letters,
            KpiMessenger messenger,
            SentLog sentLog,
            Directory directory,
            QuietHours quietHours,
            Clock clock) {
        this.rounds = rounds;
        this.letters = letters;
        this.messenger = messenger;
        this.sentLog = sentLog;
        this.directory = directory;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    static String subject(Kind kind, TeamId team) {
        return kind + "/team:" + team;
    }

    static String subject(Kind kind, UserId user) {
        return kind + "/" + user;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "目标消息";
    }

    @Override
    public String what(String businessKey, String subject) {
        return kind(subject).label;
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        var whom = subject.substring(subject.indexOf('/') + 1);
        return whom.startsWith("team:")
                ? directory.members().stream()
                        .filter(who -> ("team:" + who.team()).equals(whom))
                        .map(Member::userId)
                        .toList()
                : List.of(UserId.of(whom));
    }

    @Override
    public void perform(String businessKey, String subject) {
        var to = still(businessKey, subject);
        if (to.isEmpty()) {
            return;
        }
        var wait = quietHours.wait(clock.instant());
        if (wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        if (sentLog.claim(key(businessKey, subject))) {
            var text = text(businessKey, subject);
            messenger.send(to, text.title(), text.body(), URI.create(page(kind(subject))));
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var to = still(businessKey, subject);
        if (to.isEmpty() || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var names = to.stream().map(directory::name).collect(Collectors.joining("、"));
        var text = text(businessKey, subject);
        return Optional.of(
                ByHand.of(
                        "发送" + kind(subject).label,
                        "请在企业微信中把下面的消息发给收件人。",
                        "【发给 %s】\n%s\n%s".formatted(names, text.title(), text.body())));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    /** Those whom it still concerns: nobody any more once it is done or too late. */
    private List<UserId> still(String businessKey, String subject) {
        var round = rounds.find(from(businessKey)).orElseThrow();
        var people = recipients(businessKey, subject);
        return switch (kind(subject)) {
            case COMMENT -> round.state() == State.COMMENTS ? people : List.of();
            case DECIDE, DECIDE_REMINDER -> round.isUndecided() ? people : List.of();
            case PUBLISHED, ACKNOWLEDGE_REMINDER -> {
                var done = new HashSet<>(letters.acknowledged(round));
                yield people.stream().filter(who -> !done.contains(who)).toList();
            }
            case KEPT, IN_FORCE -> people;
        };
    }

    private Text text(String businessKey, String subject) {
        return letters.text(rounds.find(from(businessKey)).orElseThrow(), kind(subject));
    }

    private static String page(Kind kind) {
        return switch (kind) {
            case DECIDE, DECIDE_REMINDER, IN_FORCE -> "/admin/targets";
            default -> "/m/targets";
        };
    }

    private static Period from(String businessKey) {
        return Period.of(businessKey.substring("TARGETS-".length()));
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.substring(0, subject.indexOf('/')));
    }

    private static String key(String businessKey, String subject) {
        return "%s/%s/%s".formatted(NAME, businessKey, subject);
    }
}
