package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind the roles a reminder goes to, and the record of it. */
@Service
@Transactional
public class IssueReminders {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final IssuePauses pauses;
    private final Directory directory;
    private final Clock clock;

    IssueReminders(
            IssuesInHand issues,
            IssueLog events,
            IssuePauses pauses,
            Directory directory,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.pauses = pauses;
        this.directory = directory;
        this.clock = clock;
    }

    /** The lead nearest to the issue who does not handle it. */
    public Optional<UserId> lead(Issue issue) {
        return pauses.leads(issue).stream().findFirst();
    }

    /** The last of the leads above the issue, where that is not its handler. */
    public Optional<UserId> cto(Issue issue) {
        var leads = pauses.leads(issue);
        return leads.isEmpty()
                ? directory.having(Role.CTO).stream()
                        .filter(cto -> !issue.handler().equals(Optional.of(cto)))
                        .findFirst()
                : Optional.of(leads.get(leads.size() - 1));
    }

    /** Keeps that people were told. */
    public void record(IssueNo issueNo, ReminderStage stage, Stream<UserId> told, boolean inGroup) {
        events.append(
                issues.get(issueNo),
                IssueEventType.REMINDED,
                UserId.SYSTEM,
                clock.instant(),
                Map.of(
                        "stage", stage.name(),
                        "to", told.map(UserId::value).toList(),
                        "inGroup", inGroup));
    }
}
