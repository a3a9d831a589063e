package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Quiet;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueReminders;
import io.issueloop.issue.imports.ImportedWork;
import io.issueloop.issue.imports.IssuesImported;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Imported issues that were late when they came remind nobody by themselves: the next working
 * morning their handlers and leads get one list each. The key is {@code IMPORT-id/member}, the
 * subject the member.
 */
@Component
class ImportOverdueEffect extends LetterEffect {

    static final String NAME = "IMPORT_OVERDUE";

    private static final String KEY = "IMPORT-";

    private final ImportedWork work;
    private final IssueReminders roles;
    private final Deliveries deliveries;
    private final QuietHours quietHours;

    ImportOverdueEffect(
            CardDesk desk,
            ImportedWork work,
            IssueReminders roles,
            Deliveries deliveries,
            QuietHours quietHours) {
        super(desk);
        this.work = work;
        this.roles = roles;
        this.deliveries = deliveries;
        this.quietHours = quietHours;
    }

    @EventListener
    void on(IssuesImported imported) {
        var people = new LinkedHashSet<UserId>();
        for (var issue : work.overdue(imported.runId())) {
            issue.handler().ifPresent(people::add);
            roles.lead(issue).ifPresent(people::add);
        }
        people.forEach(
                person ->
                        deliveries.request(
                                KEY + imported.runId() + "/" + person, NAME, person.value()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "导入的逾期问题清单";
    }

    @Override
    public void perform(String businessKey, String subject) {
        var wait = wait(businessKey);
        if (wait.isPresent() && message(businessKey, subject).isPresent()) {
            throw new Quiet(wait.get());
        }
        super.perform(businessKey, subject);
    }

    /** Empty when nothing of it is late any more. */
    @Override
    Optional<Message> message(String businessKey, String subject) {
        var person = UserId.of(subject);
        var theirs =
                work.overdue(run(businessKey)).stream()
                        .filter(issue -> concerns(issue, person))
                        .toList();
        return theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(ImportTexts.overdue(theirs, person, desk().people(), desk().links()));
    }

    @Override
    UserId recipient(String subject) {
        return UserId.of(subject);
    }

    @Override
    String key(String businessKey, String subject) {
        return "%s/%s".formatted(businessKey, NAME);
    }

    /** Until the morning after the import, and then until people may be disturbed. */
    private Optional<Duration> wait(String businessKey) {
        var now = desk().clock().instant();
        Instant morning = quietHours.morningAfter(work.importedAt(run(businessKey)));
        return now.isBefore(morning)
                ? Optional.of(Duration.between(now, morning))
                : quietHours.wait(now);
    }

    private boolean concerns(Issue issue, UserId person) {
        return issue.handler().equals(Optional.of(person))
                || roles.lead(issue).equals(Optional.of(person));
    }

    private static long run(String businessKey) {
        return Long.parseLong(businessKey.substring(KEY.length()).split("/", 2)[0]);
    }
}
