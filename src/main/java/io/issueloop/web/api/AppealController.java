package io.issueloop.web.api;

import io.issueloop.appraisal.appeal.Appeal;
import io.issueloop.appraisal.appeal.AppealDecisions;
import io.issueloop.appraisal.appeal.AppealDesk;
import io.issueloop.appraisal.appeal.AppealWindows;
import io.issueloop.appraisal.appeal.Appeals;
import io.issueloop.appraisal.appeal.Verdict;
import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Period;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Appeals against one's own numbers, and those one decides. Not for scripts. */
@RestController
@RequestMapping("/api/me/appeals")
@Tag(name = "绩效申诉")
class AppealController {

    private final Appeals appeals;
    private final AppealDesk desk;
    private final AppealDecisions decisions;
    private final AppealWindows windows;
    private final AppealView.Sources sources;
    private final KpiPersons persons;
    private final Clock clock;

    AppealController(
            Appeals appeals,
            AppealDesk desk,
            AppealDecisions decisions,
            AppealWindows windows,
            EvidencePictures evidence,
            Directory directory,
            KpiPersons persons,
            Clock clock) {
        this.appeals = appeals;
        this.desk = desk;
        this.decisions = decisions;
        this.windows = windows;
        this.sources = new AppealView.Sources(appeals, desk, evidence, directory);
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "申诉", description = "自己的申诉、等自己处理的，以及现在可以申诉的季度。")
    Overview overview(@AuthenticationPrincipal Caller caller) {
        var me = caller.userId();
        return new Overview(
                open(),
                appeals.by(me).stream().map(one -> AppealView.of(one, me, sources)).toList(),
                desk.waitingFor(me).stream().map(one -> AppealView.of(one, me, sources)).toList());
    }

    @PostMapping
    @Operation(summary = "提交申诉", description = "对自己指标的一条明细或整项；公示期内。")
    AppealView file(@AuthenticationPrincipal Caller caller, @RequestBody File body) {
        var filed =
                appeals.file(
                        caller.userId(),
                        new Appeals.Claim(
                                persons.period(text(body.quarter())),
                                text(body.metric()),
                                text(body.line()),
                                text(body.statement()),
                                Optional.ofNullable(body.pictures()).orElse(List.of())));
        return view(filed.no(), caller);
    }

    @GetMapping("/{no}")
    @Operation(summary = "查看一项申诉", description = "仅申诉人、裁决人与 KPI 管理员。")
    AppealView get(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return view(no, caller);
    }

    @PostMapping("/{no}/withdraw")
    @Operation(summary = "撤回申诉")
    AppealView withdraw(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        appeals.withdraw(caller.userId(), existing(no, caller).no());
        return view(no, caller);
    }

    @PostMapping("/{no}/decider")
    @Operation(summary = "指定或另选裁决人", description = "仅 KPI 管理员或 CTO。")
    AppealView assign(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @RequestBody Assign body) {
        decisions.assign(existing(no, caller).no(), caller.userId(), text(body.decider()));
        return view(no, caller);
    }

    @PostMapping("/{no}/decision")
    @Operation(summary = "裁决", description = "仅裁决人或其代理人；choice 为 count、leave_out 或 dismiss。")
    AppealView decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @RequestBody Decide body) {
        var verdict =
                new Verdict(
                        text(body.choice()),
                        text(body.line()),
                        text(body.share()),
                        text(body.reason()));
        decisions.decide(existing(no, caller).no(), caller.userId(), verdict);
        return view(no, caller);
    }

    private List<Window> open() {
        var now = Period.at(Period.Kind.QUARTER, clock.instant());
        return Stream.of(now, now.previous(), now.previous().previous())
                .flatMap(
                        quarter ->
                                windows.openUntil(quarter).stream()
                                        .map(
                                                until ->
                                                        new Window(
                                                                quarter.code(),
                                                                quarter.label(),
                                                                Times.local(until))))
                .toList();
    }

    private AppealView view(String no, Caller caller) {
        return AppealView.of(existing(no, caller), caller.userId(), sources);
    }

    private Appeal existing(String no, Caller caller) {
        return appeals.find(no)
                .filter(appeal -> desk.maySee(caller.userId(), appeal))
                .orElseThrow(() -> new NotFound("没有这项申诉，或它不对您公开"));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    record Window(String quarter, String label, OffsetDateTime until) {}

    record Overview(List<Window> windows, List<AppealView> own, List<AppealView> waiting) {}

    record File(
            @Nullable String quarter,
            @Nullable String metric,
            @Nullable String line,
            @Nullable String statement,
            @Nullable List<UUID> pictures) {}

    record Assign(@Nullable String decider) {}

    record Decide(
            @Nullable String choice,
            @Nullable String line,
            @Nullable String share,
            @Nullable String reason) {}
}
