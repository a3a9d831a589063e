package io.issueloop.notification;

import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages that ask for a follow-up; the subject is {@code KIND/recipient/turn}, each is sent once,
 * and not at all when nothing is left to do.
 */
@Component
class FollowUpNoticeEffect extends LetterEffect {

    static final String NAME = "FOLLOW_UP_NOTICE";

    enum Kind {
        SOLUTION,
        SOLUTION_REMINDER,
        LOW_RATING,
        LOW_RATING_REMINDER,
        OWN_SOLUTION,
        OWN_SOLUTION_REMINDER
    }

    private final FollowUps followUps;

    FollowUpNoticeEffect(CardDesk desk, FollowUps followUps) {
        super(desk);
        this.followUps = followUps;
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
    UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }

    @Override
    Optional<Message> message(String businessKey, String subject) {
        var issue = desk().issues().get(IssueNo.of(businessKey));
        return isWanted(issue, subject) ? Optional.of(message(issue, subject)) : Optional.empty();
    }

    private Message message(Issue issue, String subject) {
        var link = desk().links().issue(issue.no());
        return switch (kind(subject)) {
            case SOLUTION -> FollowUpTexts.solution(issue, link);
            case SOLUTION_REMINDER -> FollowUpTexts.solutionReminder(issue, link);
            case LOW_RATING ->
                    FollowUpTexts.lowRating(
                            issue, followUps.since(issue.no()), desk().people(), link);
            case LOW_RATING_REMINDER -> FollowUpTexts.lowRatingReminder(issue, link);
            case OWN_SOLUTION -> FollowUpTexts.ownSolution(issue, desk().people(), link);
            case OWN_SOLUTION_REMINDER ->
                    FollowUpTexts.ownSolutionReminder(issue, desk().people(), link);
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

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 3)[0]);
    }

    private static int turn(String subject) {
        return Integer.parseInt(subject.split("/", 3)[2]);
    }
}
