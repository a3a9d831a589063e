package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Issues that were open when new models came (decision 27): models without early endings, reminders
 * and pauses, then today's; whatever people do, the issue goes on to its end.
 */
class OlderModelsTest extends IssueStory {

    private static final List<String> MODELS =
            List.of("issue_lifecycle", "issue_handling", "issue_evaluation");
    private static final Solution SOLUTION = new Solution("断电", "上电", "已看");

    @Autowired private RepositoryService repository;
    @Autowired private Reassignment reassignment;
    @Autowired private Proposals proposals;
    @Autowired private IssueEndings endings;

    @BeforeEach
    void asItWas() throws IOException {
        deploy(Path.of("src", "test", "resources", "models", "older"));
    }

    @AfterEach
    void asItIs() throws IOException {
        deploy(Path.of("bpmn"));
    }

    private void deploy(Path folder) throws IOException {
        var deployment = repository.createDeployment().name("models of " + folder);
        for (var model : MODELS) {
            var file = folder.resolve(model + ".bpmn");
            deployment.addString(model + ".bpmn", Files.readString(file));
        }
        deployment.deploy();
    }

    @Test
    @DisplayName("升级时待接单：接单、需要信息、转交、解决、未解决、评价都照常；暂停被婉拒，状态不变")
    void everyActionOfTheHandlerAndTheReporter() throws IOException {
        var issue = reported(ZHAO, "构建错误");
        var first = handlerOf(issue);
        asItIs();
        actions.accept(issue, first);
        waitsFor(issue, first, "处理问题", IssueStatus.HANDLING);
        assertThatThrownBy(() -> actions.pause(issue, first, "等备件", "供应商"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("需要信息");
        waitsFor(issue, first, "处理问题", IssueStatus.HANDLING);
        actions.askForInformation(issue, first, "哪个分支？");
        waitsFor(issue, ZHAO, "补充信息", IssueStatus.PAUSED);
        actions.answer(issue, ZHAO, "main");
        actions.handOver(issue, first, other(first).value(), "请接手");
        var second = other(first);
        waitsFor(issue, second, "接单", IssueStatus.ASSIGNED);
        actions.accept(issue, second);
        actions.resolve(issue, second, SOLUTION);
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
        actions.reject(issue, ZHAO, "还是错");
        waitsFor(issue, second, "处理问题", IssueStatus.HANDLING);
        actions.pause(issue, second, "等备件", "供应商");
        waitsFor(issue, second, "等待恢复", IssueStatus.PAUSED);
        actions.resume(issue, second, "到货");
        actions.resolve(issue, second, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);
    }

    @Test
    @DisplayName("升级时待分诊、待评估：分诊、退回、改派、评价、到期自动关闭都照常")
    void triageRefusalReassignmentAndTime() throws IOException {
        var unclear = reported(ZHAO, "今天又出现了昨天的情况");
        var resolved = resolved();
        var unrated = resolved();
        asItIs();
        actions.triage(unclear, LI_XUE, "技术");
        var first = handlerOf(unclear);
        waitsFor(unclear, first, "接单", IssueStatus.ASSIGNED);
        actions.refuse(unclear, first, "不是我的");
        var second = handlerOf(unclear);
        assertThat(second).isNotEqualTo(first);
        reassignment.reassign(unclear, LI_XUE, first.value(), "还是你");
        waitsFor(unclear, first, "接单", IssueStatus.ASSIGNED);

        actions.reject(resolved, ZHAO, "还是错");
        waitsFor(resolved, handlerOf(resolved), "处理问题", IssueStatus.HANDLING);
        fires(unrated, "BoundaryEvent_EvaluationOverdue");
        isOver(unrated, IssueStatus.CLOSED);
    }

    @Test
    @DisplayName("升级后撤回、判定无效、不予解决：状态正确，旧流程结束，不留任务")
    void earlyEndings() throws IOException {
        var withdrawn = reported(ZHAO, "构建错误");
        var invalid = reported(ZHAO, "系统登不上");
        var wontFix = resolvedBy(reported(ZHAO, "环境不可用"), false);
        asItIs();
        endings.withdraw(withdrawn, ZHAO, "搞错了");
        ended(withdrawn, IssueStatus.CANCELLED);
        proposals.propose(invalid, handlerOf(invalid), Wish.of(ProposalKind.INVALID, "误报"));
        proposals.decide(invalid, 1, LI_XUE, true, "");
        ended(invalid, IssueStatus.INVALID);
        proposals.propose(wontFix, handlerOf(wontFix), Wish.of(ProposalKind.WONT_FIX, "不值得"));
        proposals.decide(wontFix, 1, LI_XUE, true, "");
        ended(wontFix, IssueStatus.CLOSED);
        assertThatThrownBy(() -> actions.accept(withdrawn, handlerOf(withdrawn)))
                .isInstanceOf(Refused.class);
    }

    private IssueNo resolved() {
        return resolvedBy(reported(ZHAO, "构建错误"), true);
    }

    private IssueNo resolvedBy(IssueNo issue, boolean done) {
        actions.accept(issue, handlerOf(issue));
        if (done) {
            actions.resolve(issue, handlerOf(issue), SOLUTION);
        }
        return issue;
    }

    private void ended(IssueNo issue, IssueStatus status) {
        isOver(issue, status);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).count())
                .isZero();
        assertThat(
                        issues.history(issue).stream()
                                .filter(one -> one.event().type().name().equals("CLOSED")))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static UserId other(UserId handler) {
        return handler.equals(ZHANG) ? LIU : ZHANG;
    }
}
