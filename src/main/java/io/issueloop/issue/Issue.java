package io.issueloop.issue;

import static io.issueloop.issue.IssueStatus.ASSIGNED;
import static io.issueloop.issue.IssueStatus.AWAITING_APPROVAL;
import static io.issueloop.issue.IssueStatus.CLOSED;
import static io.issueloop.issue.IssueStatus.HANDLING;
import static io.issueloop.issue.IssueStatus.PAUSED;
import static io.issueloop.issue.IssueStatus.REPORTED;
import static io.issueloop.issue.IssueStatus.RESOLVED;
import static io.issueloop.issue.IssueStatus.TRIAGE;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One reported problem. It guards its own life cycle: an illegal step is refused with a Chinese
 * sentence.
 */
@Table("issue")
@SuppressWarnings("NullAway.Init")
public class Issue extends IssueFacts {

    private Issue() {}

    static Issue reported(IssueNo issueNo, ReportIssue report, Instant at) {
        var issue = new Issue();
        issue.issueNo = issueNo.value();
        issue.description = report.description();
        issue.urgency = report.urgency();
        issue.project = report.project();
        issue.major = report.major();
        issue.reporter = report.reporter().value();
        issue.source = report.source();
        issue.status = REPORTED;
        issue.reportedAt = at;
        return issue;
    }

    void categorise(Optional<String> winner, Optional<String> sub) {
        require(status == REPORTED || status == TRIAGE, "问题已分派，分类请在问题页更正");
        category = winner.orElse(null);
        subCategory = sub.orElse(null);
        status = winner.isPresent() ? REPORTED : TRIAGE;
    }

    /** A person corrects the table, or an earlier decision; nothing else changes by that. */
    void recategorise(String corrected, Optional<String> sub) {
        require(category != null, "问题还没有分类");
        require(!status.isEnd(), "问题已结束，不再更正分类");
        category = corrected;
        subCategory = sub.orElse(null);
    }

    void promise(Duration serviceLevel, Instant due) {
        serviceLevelMinutes = Math.toIntExact(serviceLevel.toMinutes());
        dueAt = due;
        personalDueAt = due;
    }

    void assign(UserId to, TeamId team, Instant personalDue) {
        require(
                Set.of(REPORTED, TRIAGE, AWAITING_APPROVAL, ASSIGNED, HANDLING, PAUSED)
                        .contains(status),
                "当前状态不能指派：" + status.label());
        handler = to.value();
        teamId = team.value();
        personalDueAt = personalDue;
        if (status != PAUSED && status != AWAITING_APPROVAL) {
            status = ASSIGNED; // what waits for somebody else goes on waiting
        }
        assignmentCount++;
    }

    void accept(UserId by) {
        require(status == ASSIGNED, "该问题不在待接单状态，当前为" + status.label());
        requireHandler(by, "只有处理人本人可以接单");
        status = HANDLING;
    }

    void refuse(UserId by) {
        require(status == ASSIGNED, "只有待接单的问题才能退回");
        requireHandler(by, "只有处理人本人可以退回误派");
    }

    void pause(UserId by, Instant at, Optional<String> waitingFor) {
        require(status == HANDLING, "只有处理中的问题才能暂停");
        requireHandler(by, "只有处理人可以暂停或请求补充信息");
        status = PAUSED;
        pausedAt = at;
        waitsFor = waitingFor.orElse(null);
    }

    /** Ends the pause; both due times shift by what counts of it. */
    void resume(Instant shiftedDue, Instant shiftedPersonalDue) {
        require(status == PAUSED, "该问题没有暂停");
        status = HANDLING;
        pausedAt = null;
        waitsFor = null;
        dueAt = shiftedDue;
        personalDueAt = shiftedPersonalDue;
    }

    void requireHandOver(UserId by) {
        require(status == HANDLING, "只有处理中的问题才能转交");
        requireHandler(by, "只有处理人可以转交");
    }

    /** Nobody's work moves them, e.g. a new calendar. */
    void moveDue(Instant movedDue, Instant movedPersonalDue) {
        dueAt = movedDue;
        personalDueAt = movedPersonalDue;
    }

    void resolve(UserId by, Solution solution, Instant at) {
        require(status == HANDLING, "只有处理中的问题才能提交解决方案，当前为" + status.label());
        requireHandler(by, "只有处理人可以提交解决方案");
        cause = solution.cause();
        measures = solution.measures();
        verification = solution.verification();
        status = RESOLVED;
        resolvedAt = at;
        resolutionCount++;
    }

    void rate(UserId by, Optional<Integer> given) {
        require(status == RESOLVED, "该问题不在待评估状态，当前为" + status.label());
        require(by.value().equals(reporter), "只有提报人可以评价");
        require(given.isEmpty() || !by.value().equals(handler), "不能给自己处理的问题评分");
        stars = given.orElse(null);
    }

    /** What was missing when it was resolved; parts left empty stay as they were. */
    void complete(Solution rest) {
        require(resolvedAt != null, "只有已解决的问题才能补充方案");
        var whole = solution().filledFrom(rest);
        require(whole.missing().isEmpty(), "还缺：" + String.join("、", whole.missing()));
        cause = whole.cause();
        measures = whole.measures();
        verification = whole.verification();
    }

    /** The reporter thinks better of it, or rates late; kpi.md §3 T4. */
    void rateAgain(UserId by, int given) {
        require(status == CLOSED && resolvedAt != null, "只有已关闭的问题才能修改评价，当前为" + status.label());
        require(by.value().equals(reporter), "只有提报人可以评价");
        require(!by.value().equals(handler), "不能给自己处理的问题评分");
        stars = given;
    }

    void reopen(Instant shiftedDue, Instant shiftedPersonalDue) {
        require(status == RESOLVED, "只有待评估的问题才能重开");
        status = HANDLING;
        dueAt = shiftedDue;
        personalDueAt = shiftedPersonalDue;
        resolvedAt = null;
        stars = null;
    }

    void close(Instant at, String why) {
        require(status == RESOLVED, "只有待评估的问题才能关闭");
        status = CLOSED;
        closedAt = at;
        note = why;
    }

    /** What the table decided; a rejected major issue becomes an ordinary one. */
    void judge(boolean isMajor) {
        major = isMajor;
    }

    /** Nobody works on it before the approvers have spoken; the clock stands still. */
    void awaitApproval(Instant at) {
        require(status == ASSIGNED, "只有待接单的问题才能提交审批");
        status = AWAITING_APPROVAL;
        pausedAt = at;
    }

    /** The wait is over; both due times shift by the working time it took. */
    void goOn(Instant shiftedDue, Instant shiftedPersonalDue) {
        require(status == AWAITING_APPROVAL, "该问题不在待审批状态");
        status = ASSIGNED;
        pausedAt = null;
        dueAt = shiftedDue;
        personalDueAt = shiftedPersonalDue;
    }

    void note(String sentence) {
        note = sentence;
    }

    /** Ends before its time, see {@link IssueEndings}. */
    void end(IssueStatus how, Instant at, String why) {
        require(!status.isEnd(), "该问题已经结束，当前为" + status.label());
        status = how;
        closedAt = at;
        pausedAt = null;
        note = why;
    }

    /** Comes back after it was closed, see {@link Reopenings}. */
    void comeBack(Instant shiftedDue, Instant shiftedPersonalDue) {
        require(status == CLOSED, "只有已关闭的问题才能重新打开，当前为" + status.label());
        status = HANDLING;
        dueAt = shiftedDue;
        personalDueAt = shiftedPersonalDue;
        resolvedAt = null;
        closedAt = null;
        stars = null;
        note = null;
    }

    /** Another urgency before any time was promised. */
    void press(Urgency to) {
        urgency = to;
    }

    /** Comes back to be classified and assigned: nobody had it yet, see {@link Unlinking}. */
    void startOver() {
        require(status == CLOSED, "只有已关闭的问题才能重新打开，当前为" + status.label());
        status = REPORTED;
        closedAt = null;
        note = null;
    }

    /** Another urgency, and the due times that follow from it, see {@link UrgencyChange}. */
    void press(Urgency to, Duration serviceLevel, Instant due, Instant personalDue) {
        urgency = to;
        promise(serviceLevel, due);
        personalDueAt = personalDue;
    }

    private void requireHandler(UserId by, String otherwise) {
        require(by.value().equals(handler), otherwise);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
