package io.issueloop.appraisal.people;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages about ratings, learning plans and appeals; the subject is {@code KIND/recipient/turn},
 * each is sent once and says what is true by then.
 */
@Component
class AppraisalLetterEffect implements Effect {

    static final String NAME = "APPRAISAL_LETTER";

    private final List<Letters> writers;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;

    AppraisalLetterEffect(
            List<Letters> writers, MessageSender sender, SentLog sentLog, Directory people) {
        this.writers = writers;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "互评、学习计划与申诉消息";
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var letter = letter(businessKey, subject);
        if (letter.isEmpty() || !sentLog.claim(key(businessKey, subject))) {
            return;
        }
        var receipt = sender.send(List.of(recipient(subject)), letter.get());
        sentLog.sent(key(businessKey, subject), receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = people.name(recipient(subject));
        return letter(businessKey, subject)
                .map(
                        letter ->
                                ByHand.of(
                                                "给%s发消息".formatted(to),
                                                "请在企业微信中给 %s 发送下面这条消息，不要转给他人。".formatted(to),
                                                String.join(
                                                        "\n",
                                                        letter.title(),
                                                        letter.text(),
                                                        letter.link().toString()))
                                        .forKpiAdmins());
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private Optional<Notice> letter(String businessKey, String subject) {
        return writers.stream()
                .filter(writer -> businessKey.startsWith(writer.prefix()))
                .findFirst()
                .flatMap(
                        writer ->
                                writer.write(
                                        businessKey, subject.split("/", 3)[0], recipient(subject)));
    }

    private static String key(String businessKey, String subject) {
        return "%s/%s/%s".formatted(NAME, businessKey, subject);
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }
}
