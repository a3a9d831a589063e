package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.KpiSteps;
import io.issueloop.kpi.WhatIf;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the KPIs mean and ask for, open to all; changed by KPI administrators in person only. */
@RestController
@RequestMapping("/api/kpis/definitions")
@Tag(name = "指标")
class KpiDefinitionController {

    private final Definitions definitions;
    private final KpiSteps steps;
    private final WhatIf whatIf;
    private final KpiPersons persons;
    private final Directory directory;

    KpiDefinitionController(
            Definitions definitions,
            KpiSteps steps,
            WhatIf whatIf,
            KpiPersons persons,
            Directory directory) {
        this.definitions = definitions;
        this.steps = steps;
        this.whatIf = whatIf;
        this.persons = persons;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "指标定义", description = "一个周期内有效的定义，由实际执行的内容生成；全员可见。")
    KpiDefinitionView inForce(
            @Parameter(description = "周期；默认本季度") @RequestParam(defaultValue = "") String period) {
        var when = persons.period(period);
        return KpiDefinitionView.of(when, definitions.at(when), this::name);
    }

    @GetMapping("/steps")
    @Operation(summary = "共用的准备步骤", description = "各指标的查询所读的内容如何由事件得出：数据库中实际执行的函数与视图；全员可见。")
    List<KpiSteps.Step> steps() {
        return steps.all();
    }

    @GetMapping("/versions")
    @Operation(summary = "指标定义的各版本", description = "最新的在前；草案也在内。")
    List<KpiDefinitionView.Version> versions() {
        return definitions.versions().stream()
                .map(version -> KpiDefinitionView.Version.of(version, this::name))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "起草新版定义", description = "仅 KPI 管理员；只能从尚未开始的季度生效。")
    KpiDefinitionView.Version draft(
            @AuthenticationPrincipal Caller caller, @RequestBody KpiDraftRequest body) {
        var actor = persons.admin(caller);
        var from = persons.period(body.from());
        return view(definitions.draft(actor, from, body.draft()));
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "使草案生效", description = "权重合计须为 100。")
    KpiDefinitionView.Version activate(
            @AuthenticationPrincipal Caller caller, @PathVariable int id) {
        definitions.activate(persons.admin(caller), id);
        return view(id);
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "放弃草案")
    KpiDefinitionView.Version discard(
            @AuthenticationPrincipal Caller caller, @PathVariable int id) {
        definitions.discard(persons.admin(caller), id);
        return view(id);
    }

    @GetMapping("/{id}/what-if")
    @Operation(summary = "试算", description = "这一版定义用于一个已计算的周期会怎样；仅 KPI 管理员，不改变任何数值。")
    WhatIf.Answer whatIf(
            @AuthenticationPrincipal Caller caller,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String period) {
        persons.admin(caller);
        return whatIf.of(id, persons.period(period));
    }

    private KpiDefinitionView.Version view(int version) {
        return KpiDefinitionView.Version.of(definitions.version(version), this::name);
    }

    private String name(String user) {
        return user.equals("issueloop") ? "系统" : directory.name(UserId.of(user));
    }
}
