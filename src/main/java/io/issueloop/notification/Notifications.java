package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueDispatched;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Urgency;
import io.issueloop.issue.imports.Arriving;
import io.issueloop.shared.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Decides who is told what; everything is requested in the transaction of the event and sent
 * afterwards.
 */
@Service
public class Notifications {

    private final Issues issues;
    private final Cards cards;
    private final Deliveries deliveries;
    private final GroupChat group;
    private final FollowUps followUps;
    private final Pushes pushes;

    Notifications(
            Issues issues,
            Cards cards,
            Deliveries deliveries,
            GroupChat group,
            FollowUps followUps,
            Pushes pushes) {
        this.issues = issues;
        this.followUps = followUps;
        this.cards = cards;
        this.deliveries = deliveries;
        this.group = group;
        this.pushes = pushes;
    }

    /** The handler first, then, once, the reporter (design.md §3 Quiet hours). */
    @EventListener
    void on(IssueDispatched dispatched) {
        if (Arriving.isUnderWay()) {
            return;
        }
        var issue = dispatched.issue();
        var turn = issue.assignmentCount();
        cards.plan(issue.no(), Card.Kind.TODO, turn, 1, issue.handler().orElseThrow());
        if (dispatched.oneOfMany()) {
            return; // one digest for all of them; the card comes with the next step
        }
        deliveries.request(issue.no().value(), TodoCardEffect.NAME, "");
        if (turn == 1) {
            pushes.acknowledge(issue.reporter(), ReceivedPush.NAME, issue.no().value());
        }
        if (issue.urgency() == Urgency.URGENT && issue.team().filter(group::isThere).isPresent()) {
            deliveries.request(issue.no().value(), GroupMentionEffect.NAME, Integer.toString(turn));
        }
    }

    @EventListener
    void on(IssueEvent event) {
        if (event.text("kind").filter("APPROVAL"::equals).isPresent()) {
            return; // nobody has a card yet, and the reporter has no question to answer
        }
        switch (event.type()) {
            case ACCEPTED, RESUMED, DUE_MOVED -> todo(event.issueNo());
            case PAUSED -> {
                todo(event.issueNo());
                if (event.text("kind").orElse("").equals("INFORMATION")) {
                    var issue = issues.get(event.issueNo());
                    notice(
                            issue,
                            NoticeEffect.Kind.QUESTION,
                            issue.reporter(),
                            issues.history(issue.no()).size());
                }
            }
            case RESOLVED -> {
                todo(event.issueNo());
                var issue = issues.get(event.issueNo());
                if (followUps.confirmer(issue.no()).isPresent()) {
                    return; // nobody rates their own work: somebody else is asked
                }
                cards.plan(
                        issue.no(),
                        Card.Kind.EVALUATION,
                        issue.resolutionCount(),
                        1,
                        issue.reporter());
                evaluation(event.issueNo());
            }
            case REOPENED -> {
                todo(event.issueNo());
                evaluation(event.issueNo());
            }
            case CLOSED -> {
                todo(event.issueNo());
                evaluation(event.issueNo());
            }
            case RATED -> {
                if (event.text("changed").isPresent()) {
                    evaluation(event.issueNo());
                }
            }
            default -> {
                // the other events change no card
            }
        }
    }

    /** Tells the person who is to sort the issue. */
    public void askForTriage(IssueNo issueNo, UserId triager) {
        if (Arriving.isUnderWay()) {
            return;
        }
        notice(issues.get(issueNo), NoticeEffect.Kind.TRIAGE, triager, 1);
    }

    /** Reminds the reporter to evaluate; once per resolution. */
    public void remindOfEvaluation(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        pushes.push(
                issue.reporter(),
                EvaluationReminderPush.NAME,
                issueNo.value(),
                Integer.toString(issue.resolutionCount()));
    }

    private void todo(IssueNo issueNo) {
        deliveries.request(issueNo.value(), TodoCardEffect.NAME, "");
    }

    private void evaluation(IssueNo issueNo) {
        deliveries.request(issueNo.value(), EvaluationCardEffect.NAME, "");
    }

    private void notice(Issue issue, NoticeEffect.Kind kind, UserId to, int turn) {
        deliveries.request(
                issue.no().value(), NoticeEffect.NAME, NoticeEffect.subject(kind, to, turn));
    }
}
