package io.issueloop.web.api;

import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.appraisal.people.LearningDraft;
import io.issueloop.appraisal.people.LearningPlan;
import io.issueloop.appraisal.people.LearningPlans;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own learning plans, and those of the people one leads. Not for scripts. */
@RestController
@RequestMapping("/api/me/learning")
@Tag(name = "学习计划")
class LearningController {

    private final LearningPlans plans;
    private final LearningDecisions decisions;
    private final EvidencePictures evidence;
    private final KpiPersons persons;
    private final Directory directory;
    private final Clock clock;

    LearningController(
            LearningPlans plans,
            LearningDecisions decisions,
            EvidencePictures evidence,
            KpiPersons persons,
            Directory directory,
            Clock clock) {
        this.plans = plans;
        this.decisions = decisions;
        this.evidence = evidence;
        this.persons = persons;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "学习计划", description = "自己的计划，以及作为负责人要决定的。")
    Overview overview(@AuthenticationPrincipal Caller caller) {
        var me = caller.userId();
        var now = Period.at(Period.Kind.QUARTER, clock.instant());
        return new Overview(
                Stream.of(now, now.next())
                        .map(
                                quarter ->
                                        new Choice(
                                                quarter.code(),
                                                quarter.label(),
                                                Times.local(plans.agreeUntil(quarter, me))))
                        .filter(one -> one.agreeUntil().toInstant().isAfter(clock.instant()))
                        .toList(),
                plans.of(me).stream().map(plan -> view(plan, me)).toList(),
                plans.ledBy(me).stream().map(plan -> view(plan, me)).toList());
    }

    @PostMapping
    @Operation(summary = "保存计划草稿", description = "替换之前的草稿；商定之前随时可改。")
    LearningView draft(@AuthenticationPrincipal Caller caller, @RequestBody Draft body) {
        var items =
                Optional.ofNullable(body.items()).orElse(List.of()).stream()
                        .map(
                                one ->
                                        new LearningDraft(
                                                text(one.title()),
                                                text(one.goal()),
                                                weight(one.weight())))
                        .toList();
        var me = caller.userId();
        return view(plans.draft(me, persons.period(text(body.quarter())), items), me);
    }

    @PostMapping("/{no}/submit")
    @Operation(summary = "提交计划", description = "权重合计 100；由负责人同意。")
    LearningView submit(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        plans.submit(caller.userId(), no);
        return view(existing(no), caller.userId());
    }

    @PostMapping("/{no}/items/{number}/proof")
    @Operation(summary = "提交学习成果", description = "说明与证据；由负责人核验。")
    LearningView prove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @PathVariable int number,
            @RequestBody Proof body) {
        var pictures = Optional.ofNullable(body.pictures()).orElse(List.of());
        plans.prove(
                caller.userId(),
                no,
                number,
                new LearningPlans.Proof(text(body.text()), text(body.link()), pictures));
        return view(existing(no), caller.userId());
    }

    @PostMapping("/decisions")
    @Operation(summary = "同意、核验或退回", description = "仅负责人；key 为计划编号，或条目编号。")
    Overview decide(@AuthenticationPrincipal Caller caller, @RequestBody Decision body) {
        decisions.decide(text(body.key()), caller.userId(), body.agreed(), text(body.reason()));
        return overview(caller);
    }

    private LearningPlan existing(String no) {
        return plans.find(no).orElseThrow(() -> new NotFound("没有这份学习计划"));
    }

    private LearningView view(LearningPlan plan, UserId reader) {
        return LearningView.of(
                plan,
                new LearningView.Beside(
                        directory::name,
                        evidence::of,
                        Times.local(plans.agreeUntil(plan.quarter(), plan.person())),
                        plans.mayDecide(reader, plan)));
    }

    private static BigDecimal weight(@Nullable String text) {
        var given = text(text).strip();
        if (!given.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            throw new InvalidRequest("权重请填写数字，例如 50");
        }
        return new BigDecimal(given);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    record Choice(String code, String label, OffsetDateTime agreeUntil) {}

    record Overview(List<Choice> quarters, List<LearningView> own, List<LearningView> led) {}

    record Draft(@Nullable String quarter, @Nullable List<Line> items) {}

    record Line(@Nullable String title, @Nullable String goal, @Nullable String weight) {}

    record Proof(@Nullable String text, @Nullable String link, @Nullable List<UUID> pictures) {}

    record Decision(@Nullable String key, boolean agreed, @Nullable String reason) {}
}
