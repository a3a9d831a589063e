package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.CUT_OFF_AT;
import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.REMIND_QUARTER_AT;

import io.issueloop.appraisal.QuarterProcess;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The life of a quarter on Camunda. */
@Component
class CamundaQuarterProcess implements QuarterProcess {

    private static final String CLOSE = "quarter_close";
    private static final String REOPENING = "quarter_reopening";
    private static final Map<Step, String> TASKS =
            Map.of(
                    Step.CHECK, "Task_CheckQuarter",
                    Step.SIGN, "Task_SignLock",
                    Step.CONFIRM, "Task_ConfirmLock",
                    Step.CONFIRM_REOPENING, "Task_ConfirmReopening");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final OpenTasks openTasks;

    CamundaQuarterProcess(
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            OpenTasks openTasks) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.openTasks = openTasks;
    }

    @Override
    public void start(Period quarter, Instant cutOff) {
        runtime.startProcessInstanceByKey(
                CLOSE,
                quarter.code(),
                Map.of(PERIOD.name(), quarter.code(), CUT_OFF_AT.name(), Date.from(cutOff)));
    }

    @Override
    public void startAtCheck(Period quarter, Instant remindAt) {
        runtime.createProcessInstanceByKey(CLOSE)
                .businessKey(quarter.code())
                .startBeforeActivity(TASKS.get(Step.CHECK))
                .setVariable(PERIOD.name(), quarter.code())
                .setVariable(REMIND_QUARTER_AT.name(), Date.from(remindAt))
                .execute();
    }

    @Override
    public void moveCutOff(Period quarter, Instant cutOff) {
        var instances =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(quarter.code(), CLOSE)
                        .list();
        for (var instance : instances) {
            runtime.setVariable(instance.getId(), CUT_OFF_AT.name(), Date.from(cutOff));
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId("Event_CutOff")
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(cutOff)));
        }
    }

    @Override
    public void askToReopen(Period quarter, Instant remindAt) {
        runtime.startProcessInstanceByKey(
                REOPENING,
                quarter.code(),
                Map.of(
                        PERIOD.name(), quarter.code(),
                        REMIND_QUARTER_AT.name(), Date.from(remindAt)));
    }

    @Override
    public Optional<Step> openStep(Period quarter) {
        return Arrays.stream(Step.values())
                .filter(step -> openTasks.isOpen(quarter.code(), TASKS.get(step)))
                .findFirst();
    }

    @Override
    public void complete(Period quarter, Step step, UserId actor, Map<String, Object> answers) {
        var notOpen = "%s现在没有等待「%s」，可能已有人办过，请刷新查看".formatted(quarter.label(), step.label());
        openTasks.complete(
                new OpenTasks.Which(quarter.code(), TASKS.get(step), notOpen), actor, answers);
    }

    @Override
    public List<String> decisionVersions() {
        return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(table -> table.getKey() + " " + table.getVersion())
                .sorted()
                .toList();
    }
}
