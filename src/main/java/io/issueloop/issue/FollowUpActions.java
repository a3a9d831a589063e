package io.issueloop.issue;

import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do after a resolution, from whatever door, as {@link IssueActions} for the way there:
 * each completes the open step of its process with the answers the form would give, or is recorded
 * as it is where nobody was asked, such as for issues that were imported. All of them throw {@link
 * io.issueloop.shared.Refused} when the rules refuse.
 */
@Service
@Transactional
public class FollowUpActions {

    private final IssueProcess process;
    private final FollowUpProcess beside;
    private final FollowUps followUps;

    FollowUpActions(IssueProcess process, FollowUpProcess beside, FollowUps followUps) {
        this.process = process;
        this.beside = beside;
        this.followUps = followUps;
    }

    /** 补充方案; parts that are empty stay as they were. */
    public void completeSolution(IssueNo issueNo, UserId actor, Solution rest) {
        if (!beside.isOpen(issueNo, Step.COMPLETE_SOLUTION)) {
            followUps.completeSolution(issueNo, actor, rest);
            return;
        }
        process.complete(
                issueNo,
                Step.COMPLETE_SOLUTION,
                actor,
                Map.of(
                        "cause", rest.cause(),
                        "measures", rest.measures(),
                        "verification", rest.verification()));
    }

    /** 确认自解决; also when time has closed the issue meanwhile. */
    public void confirmOwn(IssueNo issueNo, UserId actor) {
        if (beside.isOpen(issueNo, Step.CONFIRM_OWN)) {
            process.complete(issueNo, Step.CONFIRM_OWN, actor, Map.of("ownSolution", "confirmed"));
        } else {
            followUps.confirmOwn(issueNo, actor);
        }
    }

    /** It is not solved, whatever its reporter and handler says. */
    public void rejectOwn(IssueNo issueNo, UserId actor, String reason) {
        process.complete(
                issueNo,
                Step.CONFIRM_OWN,
                actor,
                Map.of("ownSolution", "unsolved", "unsolvedReason", reason));
    }

    /** 回访低分评价. */
    public void followUpRating(IssueNo issueNo, UserId actor, String result, String note) {
        if (!beside.isOpen(issueNo, Step.FOLLOW_UP_RATING)) {
            followUps.followUpRating(issueNo, actor, result, note);
            return;
        }
        process.complete(
                issueNo,
                Step.FOLLOW_UP_RATING,
                actor,
                Map.of("followUpResult", result, "followUpNote", note));
    }

    /** 修改评价, until the cut-off. */
    public void changeRating(IssueNo issueNo, UserId actor, RatingChange change) {
        followUps.changeRating(issueNo, actor, change);
    }
}
