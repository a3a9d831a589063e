package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Quiet;
import io.issueloop.issue.imports.ImportedWork;
import io.issueloop.issue.imports.IssuesImported;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who has to work on imported issues hears of all of them in one message; it takes the place of
 * their cards, and as a digest it keeps the quiet hours. The key is {@code IMPORT-id/member}, so
 * that nobody's message waits for another's; the subject is the member.
 */
@Component
class ImportDigestEffect extends LetterEffect {

    static final String NAME = "IMPORT_DIGEST";

    private static final String KEY = "IMPORT-";

    private final ImportedWork work;
    private final Deliveries deliveries;
    private final QuietHours quietHours;

    ImportDigestEffect(
            CardDesk desk, ImportedWork work, Deliveries deliveries, QuietHours quietHours) {
        super(desk);
        this.work = work;
        this.deliveries = deliveries;
        this.quietHours = quietHours;
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
    public void perform(String businessKey, String subject) {
        var wait = quietHours.wait(desk().clock().instant());
        if (wait.isPresent() && message(businessKey, subject).isPresent()) {
            throw new Quiet(wait.get());
        }
        super.perform(businessKey, subject);
    }

    /** Empty when everything was done before it could be said. */
    @Override
    Optional<Message> message(String businessKey, String subject) {
        var runId = Long.parseLong(businessKey.substring(KEY.length()).split("/", 2)[0]);
        var share = work.of(UserId.of(subject), runId);
        return share.isNothing()
                ? Optional.empty()
                : Optional.of(ImportTexts.digest(share, desk().links()));
    }

    @Override
    UserId recipient(String subject) {
        return UserId.of(subject);
    }

    @Override
    String key(String businessKey, String subject) {
        return "%s/%s".formatted(businessKey, NAME);
    }
}
