package io.issueloop.issue;

import static io.issueloop.issue.IssueEventType.LINKED;
import static io.issueloop.issue.IssueEventType.UNLINKED;

import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which issues are looked back at together, who takes part, and what came of it. */
@Service
@Transactional
public class IssueReviews {

    private static final String RECURRENCE = "RECURRENCE";
    private static final String APPROVAL = "APPROVAL";

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Directory directory;
    private final Clock clock;

    IssueReviews(IssuesInHand issues, IssueLog events, Directory directory, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Why the issue is to be looked back at, in Chinese: it was major, or came back after it had
     * been solved; empty for all others.
     */
    public Optional<String> reason(IssueNo issueNo) {
        if (issues.get(issueNo).isMajor()) {
            return Optional.of("重大问题");
        }
        return recurrenceOf(issueNo).map(earlier -> "问题复发（%s）".formatted(earlier));
    }

    /** The earlier issue it repeats, as confirmed last and not taken back. */
    private Optional<String> recurrenceOf(IssueNo issueNo) {
        var earlier = new LinkedHashSet<String>();
        for (var recorded : events.of(issueNo)) {
            var event = recorded.event();
            if (event.type() == LINKED && event.text("kind").equals(Optional.of(RECURRENCE))) {
                event.text("to").ifPresent(earlier::add);
            } else if (event.type() == UNLINKED) {
                event.text("to").ifPresent(earlier::remove);
            }
        }
        return earlier.stream().findFirst();
    }

    /** The lead who leads the review: the handling team's, else the nearest above. */
    public UserId lead(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        return issue.team().stream()
                .flatMap(team -> directory.chainOfLeads(team).stream())
                .findFirst()
                .or(issue::handler)
                .orElse(issue.reporter());
    }

    /** Lead, handler, reporter, and who approved it where somebody did; each once. */
    public List<UserId> participants(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        var people = new LinkedHashSet<UserId>();
        people.add(lead(issueNo));
        issue.handler().ifPresent(people::add);
        people.add(issue.reporter());
        events.of(issueNo).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type().name().startsWith(APPROVAL))
                .map(IssueEvent::actor)
                .filter(actor -> directory.member(actor).isPresent())
                .forEach(people::add);
        return List.copyOf(people);
    }

    /** Records a step of the review among the events of its issue, as of now. */
    public void record(
            IssueNo issueNo, IssueEventType type, UserId actor, Map<String, Object> payload) {
        events.append(issues.get(issueNo), type, actor, clock.instant(), payload);
    }
}
