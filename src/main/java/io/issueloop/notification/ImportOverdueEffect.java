package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueReminders;
import io.issueloop.issue.imports.ImportedWork;
import io.issueloop.issue.imports.IssuesImported;
import io.issueloop.notification.Message.Digest;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Imported issues that were late when they came remind nobody by themselves: the next working
 * morning their handlers and leads get one list each. The key is {@code IMPORT-id/member}, the
 * subject the member.
 */
@Component
class ImportOverdueEffect implements Effect {

    static final String NAME = "IMPORT_OVERDUE";

    private static final String KEY = "IMPORT-";

    private final ImportedWork work;
    private final IssueReminders roles;
    private final Deliveries deliveries;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Links links;
    private final Directory people;
    private final QuietHours quietHours;
    private final Clock clock;

    ImportOverdueEffect(
            ImportedWork work,
            IssueReminders roles,
            Deliveries deliveries,
            MessageSender sender,
            SentLog sentLog,
            Links links,
            Directory people,
            QuietHours quietHours,
            Clock clock) {
        this.work = work;
        this.roles = roles;
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
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var digest = digest(businessKey, subject);
        if (digest.isEmpty()) {
            return;
        }
        var wait = wait(businessKey);
        if (wait.isPresent()) {
            throw new Quiet(wait.get());
        }
        if (sentLog.claim(key(businessKey))) {
            var receipt = sender.send(List.of(UserId.of(subject)), digest.get());
            sentLog.sent(key(businessKey), receipt.messageId());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey)).isPresent()) {
            return Optional.empty();
        }
        return digest(businessKey, subject)
                .map(list -> HandText.send(list, List.of(UserId.of(subject)), "逾期清单", people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey))) {
            sentLog.sent(key(businessKey), "");
        }
    }

    /** Until the morning after the import, and then until people may be disturbed. */
    private Optional<Duration> wait(String businessKey) {
        var now = clock.instant();
        Instant morning = quietHours.morningAfter(work.importedAt(run(businessKey)));
        return now.isBefore(morning)
                ? Optional.of(Duration.between(now, morning))
                : quietHours.wait(now);
    }

    /** Empty when nothing of it is late any more. */
    private Optional<Digest> digest(String businessKey, String subject) {
        var person = UserId.of(subject);
        var theirs =
                work.overdue(run(businessKey)).stream()
                        .filter(issue -> concerns(issue, person))
                        .toList();
        return theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(ImportTexts.overdue(theirs, person, people, links));
    }

    private boolean concerns(Issue issue, UserId person) {
        return issue.handler().equals(Optional.of(person))
                || roles.lead(issue).equals(Optional.of(person));
    }

    private static long run(String businessKey) {
        return Long.parseLong(businessKey.substring(KEY.length()).split("/", 2)[0]);
    }

    private static String key(String businessKey) {
        return "%s/%s".formatted(businessKey, NAME);
    }
}
