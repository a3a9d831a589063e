package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiOverrides;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Prospects;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would happen to my numbers, and what somebody signed beside a number. */
@RestController
@RequestMapping("/api/kpis")
@Tag(name = "指标")
class KpiOwnController {

    private final Kpis kpis;
    private final Prospects prospects;
    private final KpiOverrides overrides;
    private final KpiPersons persons;
    private final Directory directory;

    KpiOwnController(
            Kpis kpis,
            Prospects prospects,
            KpiOverrides overrides,
            KpiPersons persons,
            Directory directory) {
        this.kpis = kpis;
        this.prospects = prospects;
        this.overrides = overrides;
        this.persons = persons;
        this.directory = directory;
    }

    @GetMapping("/prospects")
    @Operation(summary = "如果我今天解决……", description = "本人手上每个未解决的问题，今天解决后各指标会怎样；按最近一次汇总估算。")
    List<Prospects.Prospect> prospects(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String period) {
        return prospects.of(caller.userId(), persons.period(period));
    }

    @PostMapping("/{id}/adjustments")
    @Operation(summary = "人工调整", description = "仅 KPI 管理员，须写明原因；另记一行并署名，计算值不变。")
    List<Adjustment> adjust(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody AdjustmentRequest body) {
        var actor = persons.admin(caller);
        var value = kpis.find(id).orElseThrow(() -> new NotFound("没有这个指标数值"));
        var to = String.valueOf(body.value()).strip();
        var reason = body.reason();
        if (!to.matches("\\d{1,9}(\\.\\d{1,10})?") || reason == null) {
            throw new InvalidRequest("请给出调整值（非负数）与原因");
        }
        overrides.add(actor, value, new BigDecimal(to), reason);
        return overrides.of(value).stream()
                .map(
                        one ->
                                new Adjustment(
                                        one.value(),
                                        one.reason(),
                                        directory.name(one.by()),
                                        one.at().toString()))
                .toList();
    }

    record AdjustmentRequest(@Nullable String value, @Nullable String reason) {}

    record Adjustment(String value, String reason, String byName, String at) {}
}
