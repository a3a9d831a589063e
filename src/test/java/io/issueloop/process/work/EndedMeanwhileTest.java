package io.issueloop.process.work;

import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The narrowest of races: the process ends between reading a task and completing it. */
class EndedMeanwhileTest extends IssueStory {

    @Autowired private ProcessEngineConfigurationImpl configuration;
    @Autowired private OpenTasks openTasks;
    @Autowired private IssueEndings endings;

    @Test
    @DisplayName("读到任务之后、办理之前流程刚结束：告诉他有人先处理了，不是错误")
    void explained() {
        var issue = reported(ZHAO, "构建错误");
        delivered(issue);
        var handler = handlerOf(issue);
        assertThatThrownBy(() -> acceptTooLate(issue, handler))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("刚刚有人先处理了这一步");
        assertThat(now(issue).status()).isEqualTo(IssueStatus.CANCELLED);
    }

    private void acceptTooLate(IssueNo issue, UserId handler) {
        Command<Void> reading =
                context -> {
                    var open = tasks.createTaskQuery().processInstanceBusinessKey(issue.value());
                    var task = open.taskDefinitionKey("Task_AcceptIssue").singleResult();
                    CompletableFuture.runAsync(() -> endings.withdraw(issue, ZHAO, "自己好了")).join();
                    openTasks.complete(task, "没有待办", handler, Map.of());
                    return null;
                };
        configuration.getCommandExecutorTxRequired().execute(reading);
    }
}
