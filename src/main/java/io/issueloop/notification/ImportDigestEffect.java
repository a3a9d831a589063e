package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.imports.ImportedWork;
import io.issueloop.issue.imports.IssuesImported;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who has to work on imported issues hears of all of them in one message; it takes the place of
 * their cards and goes out at once, as these would. The key is {@code IMPORT-id}, the subject the
 * member.
 */
@Component
class ImportDigestEffect implements Effect {

    static final String NAME = "IMPORT_DIGEST";

    private static final String KEY = "IMPORT-";

    private final ImportedWork work;
    private final Deliveries deliveries;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Links links;
    private final Directory people;

    ImportDigestEffect(
            ImportedWork work,
            Deliveries deliveries,
            MessageSender sender,
            SentLog sentLog,
            Links links,
            Directory people) {
        this.work = work;
        this.deliveries = deliveries;
        this.sender = sender;
        this.sentLog = sentLog;
        this.links = links;
        this.people = people;
    }

    @EventListener
    void on(IssuesImported imported) {
        work.people(imported.runId())
                .forEach(
                        person -> deliveries.request(KEY + imported.runId(), NAME, person.value()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "导入汇总消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var notice = notice(businessKey, subject);
        if (notice.isPresent() && sentLog.claim(key(businessKey, subject))) {
            var receipt = sender.send(List.of(UserId.of(subject)), notice.get());
            sentLog.sent(key(businessKey, subject), receipt.messageId());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        return notice(businessKey, subject)
                .map(notice -> HandText.send(notice, List.of(UserId.of(subject)), "导入汇总", people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    /** Empty when everything was done before it could be said. */
    private Optional<Notice> notice(String businessKey, String subject) {
        var runId = Long.parseLong(businessKey.substring(KEY.length()));
        var share = work.of(UserId.of(subject), runId);
        return share.isNothing() ? Optional.empty() : Optional.of(ImportTexts.digest(share, links));
    }

    private static String key(String businessKey, String subject) {
        return "%s/%s/%s".formatted(businessKey, NAME, subject);
    }
}
