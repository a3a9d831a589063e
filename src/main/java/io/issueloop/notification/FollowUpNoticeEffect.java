package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages that ask for a follow-up; the subject is {@code KIND/recipient/turn}, each is sent once,
 * and not at all when nothing is left to do.
 */
@Component
class FollowUpNoticeEffect implements Effect {

    static final String NAME = "FOLLOW_UP_NOTICE";

    enum Kind {
        SOLUTION,
        SOLUTION_REMINDER,
        LOW_RATING,
        LOW_RATING_REMINDER,
        OWN_SOLUTION,
        OWN_SOLUTION_REMINDER
    }

    private final CardDesk desk;
    private final Issues issues;
    private final FollowUps followUps;
    private final SentLog sentLog;

    FollowUpNoticeEffect(CardDesk desk, Issues issues, FollowUps followUps, SentLog sentLog) {
        this.desk = desk;
        this.issues = issues;
        this.followUps = followUps;
        this.sentLog = sentLog;
    }

    static String subject(Kind kind, UserId recipient, int turn) {
        return "%s/%s/%d".formatted(kind, recipient, turn);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "跟进消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!isWanted(issue, subject) || !sentLog.claim(key(businessKey, subject))) {
            return;
        }
        var receipt = desk.sender().send(List.of(recipient(subject)), message(issue, subject));
        sentLog.sent(key(businessKey, subject), receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!isWanted(issue, subject) || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = List.of(recipient(subject));
        return Optional.of(HandText.send(message(issue, subject), to, "跟进消息", desk.people()));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    private Message message(Issue issue, String subject) {
        var link = desk.links().issue(issue.no());
        return switch (kind(subject)) {
            case SOLUTION -> FollowUpTexts.solution(issue, link);
            case SOLUTION_REMINDER -> FollowUpTexts.solutionReminder(issue, link);
            case LOW_RATING ->
                    FollowUpTexts.lowRating(
                            issue, followUps.since(issue.no()), desk.people(), link);
            case LOW_RATING_REMINDER -> FollowUpTexts.lowRatingReminder(issue, link);
            case OWN_SOLUTION -> FollowUpTexts.ownSolution(issue, desk.people(), link);
            case OWN_SOLUTION_REMINDER ->
                    FollowUpTexts.ownSolutionReminder(issue, desk.people(), link);
        };
    }

    private boolean isWanted(Issue issue, String subject) {
        var since = followUps.since(issue.no());
        if (since.resolvedAt().isEmpty() || issue.resolutionCount() != turn(subject)) {
            return false;
        }
        return switch (kind(subject)) {
            case SOLUTION, SOLUTION_REMINDER -> !issue.solution().isComplete();
            case LOW_RATING, LOW_RATING_REMINDER -> since.isLow() && !since.followedUp();
            case OWN_SOLUTION, OWN_SOLUTION_REMINDER -> !since.confirmed();
        };
    }

    private static String key(String businessKey, String subject) {
        return businessKey + "/" + subject;
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 3)[0]);
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }

    private static int turn(String subject) {
        return Integer.parseInt(subject.split("/", 3)[2]);
    }
}
