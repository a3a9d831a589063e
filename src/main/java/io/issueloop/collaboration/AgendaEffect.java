package io.issueloop.collaboration;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps one calendar entry per open issue at its due time, with reminders a day and an hour before;
 * none when it is over, and none is made for a time that has passed.
 */
@Component
class AgendaEffect implements Effect {

    static final String NAME = "AGENDA";

    private static final Duration SHOWN_LENGTH = Duration.ofMinutes(30);
    private static final List<Integer> REMIND_BEFORE = List.of(86400, 3600);
    private static final String BY_HAND = "by-hand";
    private static final Set<IssueStatus> OPEN =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING, IssueStatus.PAUSED);

    private final Issues issues;
    private final Agenda agenda;
    private final AgendaEntries entries;
    private final Directory people;
    private final Clock clock;

    AgendaEffect(
            Issues issues, Agenda agenda, AgendaEntries entries, Directory people, Clock clock) {
        this.issues = issues;
        this.agenda = agenda;
        this.entries = entries;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "截止时间日程";
    }

    @Override
    public Capability capability() {
        return Capability.SCHEDULE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (OPEN.contains(issue.status())) {
            put(issue);
        } else {
            entries.of(issue.no()).ifPresent(entryId -> remove(issue, entryId));
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var known = entries.of(issue.no()).isPresent();
        if (OPEN.contains(issue.status())) {
            return Optional.of(HandAgenda.put(entry(issue), known, people));
        }
        return known ? Optional.of(HandAgenda.remove(entry(issue))) : Optional.empty();
    }

    /** An entry whose id nobody entered is known to exist, and not to be ours to change. */
    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!OPEN.contains(issue.status())) {
            entries.forget(issue.no());
        } else if (!reference.isEmpty() || entries.of(issue.no()).isEmpty()) {
            entries.keep(issue.no(), reference.isEmpty() ? BY_HAND : reference);
        }
    }

    private void put(Issue issue) {
        var entry = entry(issue);
        var known = entries.of(issue.no()).or(() -> agenda.find(entry.team(), entry.key()));
        if (known.isPresent() && agenda.change(known.get(), entry)) {
            entries.keep(issue.no(), known.get());
        } else if (entry.end().isAfter(clock.instant())) {
            entries.keep(issue.no(), agenda.add(entry));
        }
    }

    private static Agenda.Entry entry(Issue issue) {
        TeamId team = issue.team().orElseThrow();
        UserId handler = issue.handler().orElseThrow();
        Instant due = issue.personalDueAt().orElseThrow();
        return new Agenda.Entry(
                issue.no().value(),
                team,
                "截止：" + issue.title(),
                issue.no() + "\n请在此时间前完成处理",
                due.minus(SHOWN_LENGTH),
                due,
                List.of(handler),
                REMIND_BEFORE);
    }

    private void remove(Issue issue, String entryId) {
        agenda.remove(entryId);
        entries.forget(issue.no());
    }
}
