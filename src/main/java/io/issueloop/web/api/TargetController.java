package io.issueloop.web.api;

import io.issueloop.appraisal.targets.TargetProcess;
import io.issueloop.appraisal.targets.TargetTalk;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Targets of coming quarters: read and talked about by all, decided in person only. */
@RestController
@RequestMapping("/api/targets")
@Tag(name = "目标")
class TargetController {

    private final TargetViews views;
    private final TargetTalk talk;
    private final TargetProcess process;
    private final KpiPersons persons;

    TargetController(
            TargetViews views, TargetTalk talk, TargetProcess process, KpiPersons persons) {
        this.views = views;
        this.talk = talk;
        this.process = process;
        this.persons = persons;
    }

    record CommentRequest(@Nullable String text) {}

    /**
     * @param choice 采用建议, 调整后采用 or 沿用现行目标
     * @param targets of a change, one a line such as {@code T1 92}
     */
    record DecisionRequest(
            @Nullable String choice, @Nullable String targets, @Nullable String reason) {}

    record StartRequest(@Nullable String period) {}

    @GetMapping
    @Operation(summary = "各季度目标的建议、意见与决定")
    TargetView.Overview overview(@AuthenticationPrincipal Caller caller) {
        return views.overview(caller.acting());
    }

    @PostMapping("/{period}/comments")
    @Operation(summary = "对建议发表意见", description = "仅在征求意见期间。")
    TargetView.Overview comment(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String period,
            @RequestBody CommentRequest body) {
        talk.comment(caller.acting(), persons.period(period), text(body.text()));
        return overview(caller);
    }

    @PostMapping("/{period}/acknowledgement")
    @Operation(summary = "确认已阅读公布的目标")
    TargetView.Overview acknowledge(
            @AuthenticationPrincipal Caller caller, @PathVariable String period) {
        talk.acknowledge(caller.acting(), persons.period(period));
        return overview(caller);
    }

    /** {@code period} is the quarter that was closed. */
    @PostMapping("/{period}/decision")
    @Transactional
    @Operation(summary = "决定目标", description = "仅 CTO；路径中是刚锁定的季度。季度开始后不能再决定。")
    TargetView.Overview decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String period,
            @RequestBody DecisionRequest body) {
        process.decide(
                persons.period(period),
                caller.userId(),
                Map.of(
                        "decisionChoice", text(body.choice()),
                        "targetLines", text(body.targets()),
                        "decisionReason", text(body.reason())));
        return overview(caller);
    }

    @PostMapping
    @Transactional
    @Operation(summary = "为一个刚锁定的季度开始制定目标", description = "仅 KPI 管理员；通常由季度锁定自动开始。")
    TargetView.Overview start(
            @AuthenticationPrincipal Caller caller, @RequestBody StartRequest body) {
        persons.admin(caller);
        process.start(persons.endedQuarter(text(body.period())));
        return overview(caller);
    }

    private static String text(@Nullable String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
