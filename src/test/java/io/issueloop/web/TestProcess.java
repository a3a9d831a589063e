package io.issueloop.web;

import io.issueloop.issue.Classification;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.IssueProcess;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Solution;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The shortest process there is: every issue is technical, and every step is taken at once. */
class TestProcess implements IssueProcess {

    private final ObjectProvider<IssueLifecycle> lifecycle;
    private final ObjectProvider<IssueAssignment> assignment;
    private final ObjectProvider<FollowUps> followUps;
    private final ObjectProvider<Reassignment> reassignment;
    private final ObjectProvider<IssuePauses> pauses;

    TestProcess(
            ObjectProvider<IssueLifecycle> lifecycle,
            ObjectProvider<IssueAssignment> assignment,
            ObjectProvider<FollowUps> followUps,
            ObjectProvider<Reassignment> reassignment,
            ObjectProvider<IssuePauses> pauses) {
        this.followUps = followUps;
        this.reassignment = reassignment;
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.pauses = pauses;
    }

    @Override
    public void start(Issue issue) {
        var hits = List.of(new Classification.Hit("技术", "性能", 1));
        life().classify(issue.no(), new Classification(Optional.of("技术"), "CLEAR", hits));
        life().setServiceLevel(issue.no(), 3);
        assignment.getObject().assignFirst(issue.no(), Routing.PROJECT_TEAM);
    }

    @Override
    public void complete(IssueNo issueNo, Step step, UserId actor, Map<String, Object> answers) {
        switch (step) {
            case TRIAGE ->
                    life().triage(
                                    issueNo,
                                    actor,
                                    text(answers, "chosenCategory"),
                                    text(answers, "chosenSubCategory"));
            case ACCEPT -> accept(issueNo, actor, answers);
            case HANDLE -> handle(issueNo, actor, answers);
            case RESUME -> pauses.getObject().resume(issueNo, actor, text(answers, "resumeNote"));
            case ANSWER ->
                    pauses.getObject().provideInformation(issueNo, actor, text(answers, "answer"));
            case EVALUATE -> evaluate(issueNo, actor, answers);
            case CONFIRM_OWN -> followUps.getObject().confirmOwn(issueNo, actor);
            case COMPLETE_SOLUTION ->
                    followUps.getObject().completeSolution(issueNo, actor, solution(answers));
            case FOLLOW_UP_RATING ->
                    followUps
                            .getObject()
                            .followUpRating(
                                    issueNo,
                                    actor,
                                    text(answers, "followUpResult"),
                                    text(answers, "followUpNote"));
        }
    }

    private void accept(IssueNo issueNo, UserId actor, Map<String, Object> answers) {
        if (text(answers, "acceptance").equals("accept")) {
            life().accept(issueNo, actor);
        } else if (text(answers, "acceptance").equals("reassign")) {
            reassign(issueNo, actor, answers);
        } else {
            assignment.getObject().refuse(issueNo, actor, text(answers, "refusalReason"));
            assignment.getObject().reassign(issueNo, Routing.PROJECT_TEAM);
        }
    }

    private void handle(IssueNo issueNo, UserId actor, Map<String, Object> answers) {
        switch (text(answers, "handlingResult")) {
            case "question" ->
                    pauses.getObject().askForInformation(issueNo, actor, text(answers, "question"));
            case "pause" ->
                    pauses.getObject()
                            .pause(
                                    issueNo,
                                    actor,
                                    text(answers, "pauseReason"),
                                    text(answers, "waitsFor"));
            case "transfer" -> transfer(issueNo, actor, answers);
            default -> life().resolve(issueNo, actor, solution(answers));
        }
    }

    private static Solution solution(Map<String, Object> answers) {
        return new Solution(
                text(answers, "cause"), text(answers, "measures"), text(answers, "verification"));
    }

    private void transfer(IssueNo issueNo, UserId actor, Map<String, Object> answers) {
        if (reassignment.getObject().isHandlers(issueNo, actor)) {
            assignment
                    .getObject()
                    .handOver(
                            issueNo,
                            actor,
                            text(answers, "transferTo"),
                            text(answers, "transferNote"));
        } else {
            reassign(issueNo, actor, answers);
        }
    }

    private void reassign(IssueNo issueNo, UserId actor, Map<String, Object> answers) {
        reassignment
                .getObject()
                .decide(issueNo, actor, text(answers, "transferTo"), text(answers, "transferNote"));
    }

    private void evaluate(IssueNo issueNo, UserId actor, Map<String, Object> answers) {
        var comment = text(answers, "comment");
        if (text(answers, "evaluation").equals("solved")) {
            var stars = Optional.of(text(answers, "stars")).filter(given -> !given.isEmpty());
            life().rate(issueNo, actor, stars.map(Integer::valueOf), comment);
            life().close(issueNo, true);
        } else {
            life().reopen(issueNo, actor, comment);
        }
    }

    private static String text(Map<String, Object> answers, String name) {
        return answers.getOrDefault(name, "").toString();
    }

    private IssueLifecycle life() {
        return lifecycle.getObject();
    }
}
