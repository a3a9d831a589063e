package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Baselines;
import io.issueloop.appraisal.effects.Effect;
import io.issueloop.appraisal.effects.EffectEvidence;
import io.issueloop.appraisal.effects.Milestones;
import io.issueloop.appraisal.effects.Span;
import io.issueloop.issue.imports.UploadedTable;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expected effects: open to all members, kept by KPI administrators. */
@RestController
@RequestMapping("/api/effects")
@Tag(name = "预期效果")
class EffectController {

    private final EffectViews views;
    private final Baselines baselines;
    private final EffectEvidence evidence;
    private final Milestones milestones;
    private final KpiPersons persons;

    EffectController(
            EffectViews views,
            Baselines baselines,
            EffectEvidence evidence,
            Milestones milestones,
            KpiPersons persons) {
        this.views = views;
        this.baselines = baselines;
        this.evidence = evidence;
        this.milestones = milestones;
        this.persons = persons;
    }

    record FreezeRequest(@Nullable String first, @Nullable String last, @Nullable String reason) {}

    record EvidenceRequest(
            @Nullable String item,
            boolean achieved,
            @Nullable String note,
            @Nullable String link) {}

    /** How many lines of a file were new or other than before. */
    record Imported(int lines, int kept) {}

    @GetMapping
    @Operation(summary = "基线与之后的对比", description = "含样本数、95% 置信区间与结论。")
    EffectView effects(
            @Parameter(description = "之后的季度；默认本季度") @RequestParam(defaultValue = "") String after) {
        return views.of(persons.period(after));
    }

    /** {@code id} is the effect's name in capitals. */
    @PostMapping("/{id}/baseline")
    @Operation(summary = "冻结基线", description = "仅 KPI 管理员；一经冻结不能更改。")
    EffectView freeze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody FreezeRequest body) {
        var admin = persons.admin(caller);
        var first = persons.endedQuarter(text(body.first()));
        var last = text(body.last()).isBlank() ? first : persons.endedQuarter(text(body.last()));
        baselines.freeze(admin, effect(id), Span.of(first, last), text(body.reason()));
        return views.of(persons.period(""));
    }

    @PostMapping("/evidence")
    @Operation(summary = "登记定性效果的依据", description = "负责人、CTO 或 KPI 管理员。")
    EffectView prove(@AuthenticationPrincipal Caller caller, @RequestBody EvidenceRequest body) {
        var item =
                Arrays.stream(EffectEvidence.Item.values())
                        .filter(one -> one.name().equals(body.item()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest("没有这一项"));
        evidence.add(caller.acting(), item, body.achieved(), text(body.note()), text(body.link()));
        return views.of(persons.period(""));
    }

    @PostMapping(path = "/milestones", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "导入项目里程碑", description = "正文即 xlsx 或 CSV 文件，列：项目、里程碑、计划日期、交付日期。")
    Imported importMilestones(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var admin = persons.admin(caller);
        var lines = UploadedTable.read(request.getInputStream(), MilestoneLines.COLUMNS);
        return new Imported(lines.size(), milestones.keep(admin, MilestoneLines.read(lines)));
    }

    private static Effect effect(String name) {
        return Arrays.stream(Effect.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("没有这项效果"));
    }

    private static String text(@Nullable String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
