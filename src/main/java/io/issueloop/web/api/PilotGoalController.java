package io.issueloop.web.api;

import io.issueloop.pilot.PilotCriterion;
import io.issueloop.pilot.PilotGoal;
import io.issueloop.pilot.PilotGoals;
import io.issueloop.shared.Refused;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the trial has to reach, set by administrators. */
@RestController
@Tag(name = "试点与反馈")
class PilotGoalController {

    private final PilotGoals goals;

    PilotGoalController(PilotGoals goals) {
        this.goals = goals;
    }

    @Schema(description = "试点要达到的一条标准；counts 为 false 时本次试点不看它")
    record Goal(
            @Nullable String label,
            @Nullable String unit,
            @Nullable BigDecimal target,
            @Nullable Boolean counts) {}

    @PostMapping("/api/admin/pilot/goals/{criterion}")
    @Operation(summary = "改变试点要达到的标准", description = "文字、目标与单位；改动有记录。")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable PilotCriterion criterion,
            @RequestBody Goal body) {
        var target = Optional.ofNullable(body.target());
        goals.change(
                new PilotGoal(
                        criterion,
                        Objects.requireNonNullElse(body.label(), ""),
                        Objects.requireNonNullElse(body.unit(), ""),
                        target.orElseThrow(() -> new Refused("请填写目标，例如 80")),
                        Objects.requireNonNullElse(body.counts(), true)),
                caller.userId());
    }
}
