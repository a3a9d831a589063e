package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.PilotScope;
import io.issueloop.directory.Team;
import io.issueloop.pilot.PilotCriterion;
import io.issueloop.pilot.PilotFigures;
import io.issueloop.pilot.PilotPlan;
import io.issueloop.pilot.PilotStep;
import io.issueloop.pilot.PlannedStep;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The plan of the trial and how far it has come: everybody reads, administrators plan. */
@RestController
@Tag(name = "试点与反馈")
class PilotPlanController {

    private final PilotPlan plan;
    private final PilotFigures figures;
    private final PilotScope scope;
    private final Directory directory;

    PilotPlanController(
            PilotPlan plan, PilotFigures figures, PilotScope scope, Directory directory) {
        this.plan = plan;
        this.figures = figures;
        this.scope = scope;
        this.directory = directory;
    }

    record StepView(
            PilotStep step,
            String label,
            String purpose,
            Optional<LocalDate> beginsOn,
            Optional<LocalDate> endsOn,
            String responsible,
            String note,
            boolean done) {}

    /**
     * @param counts whether it is asked of this trial
     * @param value empty: nothing to judge by yet
     */
    record CriterionView(
            PilotCriterion criterion,
            String label,
            String unit,
            BigDecimal target,
            boolean counts,
            Optional<BigDecimal> value,
            long sample,
            boolean met) {}

    /**
     * @param departments names; none: everybody takes part
     */
    record PlanView(List<StepView> steps, List<CriterionView> criteria, List<String> departments) {}

    @GetMapping("/api/pilot")
    @Operation(summary = "试点计划与目前的数字")
    PlanView get() {
        var departments =
                scope.departments().stream()
                        .map(id -> directory.team(id).map(Team::name).orElse(id.toString()))
                        .sorted()
                        .toList();
        return new PlanView(
                plan.steps().stream().map(PilotPlanController::view).toList(),
                figures.current().stream().map(PilotPlanController::view).toList(),
                departments);
    }

    /** Days are ISO; empty or absent: not planned. */
    record PlanStep(
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable String responsible,
            @Nullable String note,
            boolean done) {}

    @PostMapping("/api/admin/pilot/steps/{step}")
    @Operation(summary = "安排试点的一步")
    PlanView change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable PilotStep step,
            @RequestBody PlanStep body) {
        plan.change(
                new PlannedStep(
                        step,
                        Optional.ofNullable(body.beginsOn()),
                        Optional.ofNullable(body.endsOn()),
                        Optional.ofNullable(body.responsible()).orElse(""),
                        Optional.ofNullable(body.note()).orElse(""),
                        body.done()),
                caller.userId());
        return get();
    }

    private static StepView view(PlannedStep one) {
        return new StepView(
                one.step(),
                one.step().label(),
                one.step().purpose(),
                one.beginsOn(),
                one.endsOn(),
                one.responsible(),
                one.note(),
                one.done());
    }

    private static CriterionView view(PilotFigures.Figure one) {
        var goal = one.goal();
        return new CriterionView(
                goal.criterion(),
                goal.label(),
                goal.unit(),
                goal.target(),
                goal.counts(),
                one.value(),
                one.sample(),
                one.met());
    }
}
