package io.issueloop.notification;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.Issues;
import io.issueloop.issue.OpenPause;
import io.issueloop.notification.PausePush.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Who hears of a pause: at once its reporter and the lead; at its cap the handler and the lead. */
@Service
public class PauseNotices {

    private final Issues issues;
    private final IssuePauses pauses;
    private final Pushes pushes;

    PauseNotices(Issues issues, IssuePauses pauses, Pushes pushes) {
        this.issues = issues;
        this.pauses = pauses;
        this.pushes = pushes;
    }

    /** A question to the reporter is told by itself, waiting for an approval by its card. */
    @EventListener
    void on(IssueEvent event) {
        if (event.type() != IssueEventType.PAUSED
                || !event.text("kind").orElse("").equals(OpenPause.Kind.OTHER.name())) {
            return;
        }
        var issue = issues.get(event.issueNo());
        var no = issue.no().value();
        var detail = PausePush.detail(Occasion.BEGUN, event.occurredAt());
        pushes.pushNow(issue.reporter(), PausePush.NAME, no, detail);
        pauses.leads(issue).stream()
                .findFirst()
                .filter(lead -> !lead.equals(issue.reporter()))
                .ifPresent(lead -> pushes.pushNow(lead, PausePush.NAME, no, detail));
    }

    /** The clock runs again though the issue is still paused. */
    public void capReached(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        pauses.open(issueNo)
                .filter(OpenPause::isCapped)
                .ifPresent(
                        pause -> {
                            var detail = PausePush.detail(Occasion.CAP, pause.since());
                            issue.handler()
                                    .ifPresent(
                                            to ->
                                                    pushes.push(
                                                            to,
                                                            PausePush.NAME,
                                                            issueNo.value(),
                                                            detail));
                            pauses.leads(issue).stream()
                                    .findFirst()
                                    .ifPresent(
                                            to ->
                                                    pushes.push(
                                                            to,
                                                            PausePush.NAME,
                                                            issueNo.value(),
                                                            detail));
                        });
    }
}
