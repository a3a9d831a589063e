package io.issueloop.process.editor;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Projects;
import io.issueloop.issue.ReportIssue;
import io.issueloop.issue.Solution;
import io.issueloop.issue.Urgency;
import io.issueloop.model.Trial;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One issue's way through the product as it is in this transaction: reported, accepted, resolved,
 * judged. The caller undoes everything.
 */
@Component
class IntakeTrial {

    private static final Logger log = LoggerFactory.getLogger(IntakeTrial.class);
    private static final String TEXT = "试运行：构建错误，接口性能太差";
    private static final int MOST_STEPS = 8;
    private static final Set<String> STEPS =
            Set.of(
                    "Task_TriageIssue",
                    "Task_AcceptIssue",
                    "Task_HandleIssue",
                    "Task_EvaluateSolution");

    private final Issues issues;
    private final IssueActions actions;
    private final Projects projects;
    private final Directory directory;
    private final TaskService tasks;

    IntakeTrial(
            Issues issues,
            IssueActions actions,
            Projects projects,
            Directory directory,
            TaskService tasks) {
        this.issues = issues;
        this.actions = actions;
        this.projects = projects;
        this.directory = directory;
        this.tasks = tasks;
    }

    Trial of(UserId reporter) {
        var steps = new ArrayList<String>();
        try {
            return new Trial(walk(reporter, steps), steps);
        } catch (RuntimeException e) {
            log.info("a trial issue did not get through", e);
            steps.add("出错：" + said(e));
            return new Trial(false, steps);
        }
    }

    private boolean walk(UserId reporter, List<String> steps) {
        var project = projects.names().get(0);
        var issue =
                issues.report(
                        new ReportIssue(reporter, TEXT, Urgency.MEDIUM, project, false, "TRIAL"));
        steps.add("%s提报一个试验问题（项目 %s）".formatted(directory.name(reporter), project));
        for (var i = 0; i < MOST_STEPS; i++) {
            var now = issues.get(issue);
            if (now.status().isEnd()) {
                steps.add("问题%s，全程走通".formatted(now.status().label()));
                return true;
            }
            var task = open(issue);
            if (task.isEmpty()) {
                steps.add("问题停在「%s」，没有人收到任务".formatted(now.status().label()));
                return false;
            }
            if (!take(issue, task.get(), steps)) {
                return true;
            }
        }
        steps.add("走了 %d 步仍没有结束".formatted(MOST_STEPS));
        return false;
    }

    private Optional<Task> open(IssueNo issue) {
        var open =
                tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).active().list();
        return open.stream()
                .filter(task -> STEPS.contains(task.getTaskDefinitionKey()))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** Whether it was done; a step that is not known here waits for a person, which is good. */
    private boolean take(IssueNo issue, Task task, List<String> steps) {
        var who = Optional.ofNullable(task.getAssignee()).map(UserId::of);
        var name = who.map(directory::name).orElse("候选人");
        if (who.isEmpty() || !STEPS.contains(task.getTaskDefinitionKey())) {
            steps.add("到达「%s」，等待%s办理".formatted(task.getName(), name));
            return false;
        }
        steps.add("%s办理「%s」".formatted(name, task.getName()));
        switch (task.getTaskDefinitionKey()) {
            case "Task_TriageIssue" -> actions.triage(issue, who.get(), "技术");
            case "Task_AcceptIssue" -> actions.accept(issue, who.get());
            case "Task_HandleIssue" ->
                    actions.resolve(issue, who.get(), new Solution("试运行", "试运行", "试运行"));
            default -> actions.confirmSolved(issue, who.get(), Optional.of(5), "");
        }
        return true;
    }

    private static String said(Throwable thrown) {
        var deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
