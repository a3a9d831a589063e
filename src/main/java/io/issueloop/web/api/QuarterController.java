package io.issueloop.web.api;

import io.issueloop.appraisal.QuarterActions;
import io.issueloop.appraisal.QuarterBeginnings;
import io.issueloop.appraisal.QuarterReopening;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Closing a quarter, for KPI administrators, leads and the CTO in person; who may take which step
 * is for the quarter to say. Each change answers the quarter as it is afterwards.
 */
@RestController
@RequestMapping("/api/quarters")
@Tag(name = "季度考核")
class QuarterController {

    private static final int LONGEST = 500;

    private final QuarterViews views;
    private final QuarterActions actions;
    private final QuarterReopening reopening;
    private final QuarterBeginnings beginnings;
    private final KpiPersons persons;

    QuarterController(
            QuarterViews views,
            QuarterActions actions,
            QuarterReopening reopening,
            QuarterBeginnings beginnings,
            KpiPersons persons) {
        this.views = views;
        this.actions = actions;
        this.reopening = reopening;
        this.beginnings = beginnings;
        this.persons = persons;
    }

    @Schema(description = "说明或原因")
    record Say(@Size(max = LONGEST, message = "最多 {max} 字") @Nullable String reason) {}

    @Schema(description = "复核")
    record Decide(
            boolean agree, @Size(max = LONGEST, message = "最多 {max} 字") @Nullable String reason) {}

    /** A step of one person, with what they say about it. */
    private interface Saying {
        void take(Period quarter, UserId actor, String reason);
    }

    /** A second person agrees with a step or not. */
    private interface Deciding {
        void take(Period quarter, UserId actor, boolean agree, String reason);
    }

    @GetMapping
    @Operation(summary = "各季度的考核阶段", description = "最近的在前。")
    List<QuarterView.Head> all() {
        return views.all();
    }

    @GetMapping("/{quarter}")
    @Operation(summary = "一个季度的考核", description = "核对清单、试算差异（只含查看人可见的）、修订与经过。")
    QuarterView get(@AuthenticationPrincipal Caller caller, @PathVariable String quarter) {
        return views.of(quarter(quarter), caller);
    }

    @PostMapping("/{quarter}/begin")
    @Operation(summary = "补做一个更早的季度", description = "仅 KPI 管理员：启用之前、由导入数据构成的季度。")
    QuarterView begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Say body) {
        return said(quarter, caller, body, beginnings::begin);
    }

    @PostMapping("/{quarter}/trial-run")
    @Operation(summary = "试算", description = "仅 KPI 管理员：从全部事实重新计算，列出与上次的差异。")
    QuarterView tryOut(@AuthenticationPrincipal Caller caller, @PathVariable String quarter) {
        return said(quarter, caller, new Say(null), (q, who, none) -> actions.tryOut(q, who));
    }

    @PostMapping("/{quarter}/check")
    @Operation(summary = "完成季末核对并公示", description = "仅 KPI 管理员；有阻塞项时不能公示。")
    QuarterView check(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Say body) {
        return said(quarter, caller, body, actions::check);
    }

    @PostMapping("/{quarter}/sign")
    @Operation(summary = "申请锁定", description = "仅 KPI 管理员；申诉期结束、没有未决申诉之后。")
    QuarterView sign(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Say body) {
        return said(quarter, caller, body, actions::sign);
    }

    @PostMapping("/{quarter}/lock")
    @Operation(summary = "复核锁定", description = "另一位负责人或 CTO：同意即锁定，退回须写明原因。")
    QuarterView lock(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Decide body) {
        return decided(quarter, caller, body, actions::confirm);
    }

    @PostMapping("/{quarter}/reopening")
    @Operation(summary = "申请重新打开", description = "仅 KPI 管理员，仅限最近锁定的季度，须写明原因。")
    QuarterView askToReopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Say body) {
        return said(quarter, caller, body, reopening::ask);
    }

    @PostMapping("/{quarter}/reopening/decision")
    @Operation(summary = "复核重新打开", description = "另一位负责人或 CTO；不同意须写明原因。")
    QuarterView decideReopening(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @Valid @RequestBody Decide body) {
        return decided(quarter, caller, body, actions::confirmReopening);
    }

    private QuarterView said(String code, Caller caller, Say body, Saying step) {
        var quarter = quarter(code);
        step.take(quarter, caller.userId(), text(body.reason()));
        return views.of(quarter, caller);
    }

    private QuarterView decided(String code, Caller caller, Decide body, Deciding step) {
        return said(
                code,
                caller,
                new Say(body.reason()),
                (quarter, who, reason) -> step.take(quarter, who, body.agree(), reason));
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    private Period quarter(String code) {
        var period = persons.period(code);
        if (period.kind() != Period.Kind.QUARTER) {
            throw new InvalidRequest("请写季度，例如 2026Q3");
        }
        return period;
    }
}
