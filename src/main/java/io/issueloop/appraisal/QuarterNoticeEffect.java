package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterNotices.Kind;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Messages about a quarter; the subject is {@code KIND/revision/turn/part/parts}, each is sent
 * once.
 */
@Component
class QuarterNoticeEffect implements Effect {

    static final String NAME = "QUARTER_NOTICE";

    private static final String KEY = "QUARTER-";

    private final QuarterNotices notices;
    private final QuarterTexts texts;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;

    QuarterNoticeEffect(
            QuarterNotices notices,
            Quarters quarters,
            QuarterLog quarterLog,
            Links links,
            MessageSender sender,
            SentLog sentLog,
            Directory people) {
        this.notices = notices;
        this.texts = new QuarterTexts(quarters, quarterLog, people, links);
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
    }

    static String key(Period quarter) {
        return KEY + quarter.code();
    }

    static String subject(Kind kind, int revision, int turn, int part, int parts) {
        return "%s/%d/%d/%d/%d".formatted(kind, revision, turn, part, parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "季度考核消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var to = recipients(businessKey, subject);
        var notice = notice(businessKey, subject);
        var key = businessKey + "/" + subject;
        if (to.isEmpty() || notice.isEmpty() || !sentLog.claim(key)) {
            return;
        }
        sentLog.sent(key, sender.send(to, notice.get()).messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(businessKey + "/" + subject).isPresent()) {
            return Optional.empty();
        }
        var names =
                recipients(businessKey, subject).stream()
                        .map(people::name)
                        .collect(Collectors.joining("、"));
        return notice(businessKey, subject)
                .map(
                        notice ->
                                ByHand.of(
                                        "发送季度考核消息",
                                        "请在企业微信中把下面这条消息发给：" + names,
                                        String.join(
                                                "\n",
                                                notice.title(),
                                                notice.text(),
                                                notice.link().toString())));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var key = businessKey + "/" + subject;
        if (sentLog.claim(key)) {
            sentLog.sent(key, "");
        }
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        var parts = subject.split("/", 5);
        return notices.part(
                kind(subject),
                quarter(businessKey),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]));
    }

    private Optional<Notice> notice(String businessKey, String subject) {
        int revision = Integer.parseInt(subject.split("/", 5)[1]);
        return texts.write(kind(subject), quarter(businessKey), revision);
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.substring(0, subject.indexOf('/')));
    }

    private static Period quarter(String businessKey) {
        return Period.of(businessKey.substring(KEY.length()));
    }
}
