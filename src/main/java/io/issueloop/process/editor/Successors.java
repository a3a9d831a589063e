package io.issueloop.process.editor;

import io.issueloop.model.MigrationPlan.Choice;
import io.issueloop.model.MigrationPlan.Step;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** Which steps of another version may take the place of one it does not have. */
@Component
class Successors {

    private final MigrationPlans plans;

    Successors(MigrationPlans plans) {
        this.plans = plans;
    }

    /** A step of {@code source} that {@code target} does not have, with what may be chosen. */
    Step of(String source, String target, FlowNode lost, long waiting) {
        var others = plans.steps(target);
        var alike =
                others.stream()
                        .filter(other -> StepLikeness.difference(lost, other).isEmpty())
                        .toList();
        var choices =
                alike.stream()
                        .filter(other -> plans.isPossible(source, target, lost, other))
                        .map(other -> new Choice(other.getId(), MigrationPlans.title(other)))
                        .toList();
        var obstacle = "";
        if (choices.isEmpty()) {
            obstacle =
                    alike.isEmpty() ? StepLikeness.whyNone(lost, others) : "新版里同类的步骤在别的子流程里，引擎不允许";
        }
        return new Step(lost.getId(), MigrationPlans.title(lost), "", waiting, choices, obstacle);
    }

    /** A step nobody has to choose for. */
    static Step none(FlowNode step, String target, long waiting) {
        return new Step(step.getId(), MigrationPlans.title(step), target, waiting, List.of(), "");
    }
}
