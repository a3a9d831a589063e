package io.issueloop.issue;

import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.shared.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with an issue, from whatever door: every action completes the open step of the
 * process with the answers its form would give, so that card, page, REST and Tasklist share one
 * state. All of them throw {@link io.issueloop.shared.Refused} when the step is not open or the
 * rules refuse.
 */
@Service
@Transactional
public class IssueActions {

    private final IssueProcess process;

    IssueActions(IssueProcess process) {
        this.process = process;
    }

    /** 人工分诊 without a sub category. */
    public void triage(IssueNo issueNo, UserId actor, String category) {
        triage(issueNo, actor, category, "");
    }

    /** 人工分诊: a person decides the category. */
    public void triage(IssueNo issueNo, UserId actor, String category, String subCategory) {
        process.complete(
                issueNo,
                Step.TRIAGE,
                actor,
                Map.of("chosenCategory", category, "chosenSubCategory", subCategory));
    }

    /** 接单. */
    public void accept(IssueNo issueNo, UserId actor) {
        process.complete(issueNo, Step.ACCEPT, actor, Map.of("acceptance", "accept"));
    }

    /** 退回误派. */
    public void refuse(IssueNo issueNo, UserId actor, String reason) {
        process.complete(
                issueNo,
                Step.ACCEPT,
                actor,
                Map.of("acceptance", "refuse", "refusalReason", reason));
    }

    /** 已解决; on the card the solution is {@link Solution#NOT_WRITTEN}. */
    public void resolve(IssueNo issueNo, UserId actor, Solution solution) {
        process.complete(
                issueNo,
                Step.HANDLE,
                actor,
                Map.of(
                        "handlingResult", "resolved",
                        "cause", solution.cause(),
                        "measures", solution.measures(),
                        "verification", solution.verification()));
    }

    /** 需要信息: the clock stops until the reporter answers. */
    public void askForInformation(IssueNo issueNo, UserId actor, String question) {
        process.complete(
                issueNo,
                Step.HANDLE,
                actor,
                Map.of("handlingResult", "question", "question", question));
    }

    /** 暂停: the clock stops until the handler resumes. */
    public void pause(IssueNo issueNo, UserId actor, String reason, String waitsFor) {
        process.complete(
                issueNo,
                Step.HANDLE,
                actor,
                Map.of("handlingResult", "pause", "pauseReason", reason, "waitsFor", waitsFor));
    }

    /** 恢复处理, with a note where there is something to say. */
    public void resume(IssueNo issueNo, UserId actor, String note) {
        process.complete(issueNo, Step.RESUME, actor, Map.of("resumeNote", note));
    }

    /** 转交 to a member, by userid or unique name, with a note. */
    public void handOver(IssueNo issueNo, UserId actor, String to, String note) {
        process.complete(
                issueNo,
                Step.HANDLE,
                actor,
                Map.of("handlingResult", "transfer", "transferTo", to, "transferNote", note));
    }

    /** 补充信息: the reporter answers. */
    public void answer(IssueNo issueNo, UserId actor, String answer) {
        process.complete(issueNo, Step.ANSWER, actor, Map.of("answer", answer));
    }

    /** 确认解决, with stars where the reporter gave some. */
    public void confirmSolved(
            IssueNo issueNo, UserId actor, Optional<Integer> stars, String comment) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("evaluation", "solved", "comment", comment));
        stars.ifPresent(given -> answers.put("stars", given.toString()));
        process.complete(issueNo, Step.EVALUATE, actor, answers);
    }

    /** 未解决: it goes back to its handler. */
    public void reject(IssueNo issueNo, UserId actor, String reason) {
        process.complete(
                issueNo, Step.EVALUATE, actor, Map.of("evaluation", "unsolved", "comment", reason));
    }
}
