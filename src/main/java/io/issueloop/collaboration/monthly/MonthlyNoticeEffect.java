package io.issueloop.collaboration.monthly;

import io.issueloop.calendar.QuietHours;
import io.issueloop.collaboration.Telling;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells leads, CTO and administrators that a month was analysed; the subject is the month. */
@Component
class MonthlyNoticeEffect implements Effect {

    static final String NAME = "MONTHLY_NOTICE";

    private static final Set<Role> READERS =
            Set.of(Role.LEAD, Role.CTO, Role.KPI_ADMIN, Role.PROCESS_ADMIN);

    private final MonthlyAnalyses analyses;
    private final Telling telling;
    private final SentLog sentLog;
    private final Directory directory;
    private final QuietHours quietHours;
    private final Clock clock;

    MonthlyNoticeEffect(
            MonthlyAnalyses analyses,
            Telling telling,
            SentLog sentLog,
            Directory directory,
            QuietHours quietHours,
            Clock clock) {
        this.analyses = analyses;
        this.telling = telling;
        this.sentLog = sentLog;
        this.directory = directory;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "月度分析消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return directory.members().stream()
                .filter(who -> who.roles().stream().anyMatch(READERS::contains))
                .map(Member::userId)
                .toList();
    }

    @Override
    public void perform(String businessKey, String subject) {
        var to = recipients(businessKey, subject);
        if (to.isEmpty()) {
            return;
        }
        var wait = quietHours.wait(clock.instant());
        if (wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        if (sentLog.claim(key(subject))) {
            var month = YearMonth.parse(subject);
            telling.tell(to, MonthlyTexts.title(month), text(month), page(subject));
            sentLog.sent(key(subject), "");
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var to = recipients(businessKey, subject);
        if (to.isEmpty() || sentLog.reference(key(subject)).isPresent()) {
            return Optional.empty();
        }
        var month = YearMonth.parse(subject);
        var names = to.stream().map(directory::name).collect(Collectors.joining("、"));
        return Optional.of(
                ByHand.of(
                        "发送" + MonthlyTexts.title(month),
                        "请在企业微信中把下面的消息发给收件人。",
                        "【发给 %s】\n%s\n%s\n%s"
                                .formatted(
                                        names,
                                        MonthlyTexts.title(month),
                                        text(month),
                                        telling.link(page(subject)))));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(subject))) {
            sentLog.sent(key(subject), "");
        }
    }

    /** The whole organisation's numbers, and what is open. */
    private String text(YearMonth month) {
        var sections = analyses.of(month).orElseThrow().sections();
        var ages = sections.stream().filter(one -> one.heading().equals("在办账龄")).findFirst();
        return String.join("\n", sections.get(0).lines())
                + ages.map(one -> "\n" + one.lines().get(0)).orElse("");
    }

    private static String page(String subject) {
        return "/reports/monthly/" + subject;
    }

    private static String key(String subject) {
        return NAME + "/" + subject;
    }
}
