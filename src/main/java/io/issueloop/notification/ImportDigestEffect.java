package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.imports.ImportedWork;
import io.issueloop.issue.imports.IssuesImported;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who has to work on imported issues hears of all of them in one message; it takes the place of
 * their cards, and as a digest it keeps the quiet hours. The key is {@code IMPORT-id/member}, so
 * that nobody's message waits for another's; the subject is the member.
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
    private final QuietHours quietHours;
    private final Clock clock;

    ImportDigestEffect(
            ImportedWork work,
            Deliveries deliveries,
            MessageSender sender,
            SentLog sentLog,
            Links links,
            Directory people,
            QuietHours quietHours,
            Clock clock) {
        this.work = work;
        this.deliveries = deliveries;
        this.sender = sender;
        this.sentLog = sentLog;
        this.links = links;
        this.people = people;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    @EventListener
    void on(IssuesImported imported) {
        work.people(imported.runId())
                .forEach(
                        person ->
                                deliveries.request(
                                        KEY + imported.runId() + "/" + person,
                                        NAME,
                                        person.value()));
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
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(UserId.of(subject));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var notice = notice(businessKey, subject);
        var wait = quietHours.wait(clock.instant());
        if (notice.isPresent() && wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        if (notice.isPresent() && sentLog.claim(key(businessKey))) {
            var receipt = sender.send(List.of(UserId.of(subject)), notice.get());
            sentLog.sent(key(businessKey), receipt.messageId());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey)).isPresent()) {
            return Optional.empty();
        }
        return notice(businessKey, subject)
                .map(notice -> HandText.send(notice, List.of(UserId.of(subject)), "导入汇总", people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey))) {
            sentLog.sent(key(businessKey), "");
        }
    }

    /** Empty when everything was done before it could be said. */
    private Optional<Notice> notice(String businessKey, String subject) {
        var runId = Long.parseLong(businessKey.substring(KEY.length()).split("/", 2)[0]);
        var share = work.of(UserId.of(subject), runId);
        return share.isNothing() ? Optional.empty() : Optional.of(ImportTexts.digest(share, links));
    }

    private static String key(String businessKey) {
        return "%s/%s".formatted(businessKey, NAME);
    }
}
