package io.issueloop.web.api;

import io.issueloop.appraisal.people.PeerAdditions;
import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of ratings: raters a lead adds, and the round a KPI administrator starts. */
@RestController
@RequestMapping("/api/me/peer-rounds")
@Tag(name = "同事互评")
class PeerRoundController {

    private final PeerRounds rounds;
    private final PeerAdditions additions;
    private final KpiPersons persons;
    private final Directory directory;
    private final Clock clock;

    PeerRoundController(
            PeerRounds rounds,
            PeerAdditions additions,
            KpiPersons persons,
            Directory directory,
            Clock clock) {
        this.rounds = rounds;
        this.additions = additions;
        this.persons = persons;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "互评的组织", description = "负责人：组员与自己补充的评价人；KPI 管理员：各季度的轮次。没有任何评分。")
    Overview overview(@AuthenticationPrincipal Caller caller) {
        var member = caller.acting();
        var quarter = Period.at(Period.Kind.QUARTER, clock.instant());
        return new Overview(
                List.of(choice(quarter.previous()), choice(quarter)),
                additions.members(member.userId()).stream()
                        .map(one -> new Person(one.userId().value(), one.name()))
                        .toList(),
                List.of(quarter.previous(), quarter).stream()
                        .flatMap(
                                one ->
                                        additions.of(one, member.userId()).stream()
                                                .map(
                                                        pair ->
                                                                new Added(
                                                                        one.code(),
                                                                        person(pair.getKey()),
                                                                        person(pair.getValue()))))
                        .toList(),
                member.is(Role.KPI_ADMIN),
                member.is(Role.KPI_ADMIN) ? rounds() : List.of());
    }

    @PostMapping
    @Operation(summary = "发起互评", description = "仅 KPI 管理员；每季度一次。")
    Overview start(@AuthenticationPrincipal Caller caller, @RequestBody Start body) {
        rounds.start(caller.acting(), persons.period(text(body.quarter())));
        return overview(caller);
    }

    @PostMapping("/raters")
    @Operation(summary = "补充评价人", description = "仅负责人，为组员；互评截止之前。")
    Overview add(@AuthenticationPrincipal Caller caller, @RequestBody Add body) {
        var rater =
                directory
                        .called(text(body.rater()).strip())
                        .orElseThrow(() -> new InvalidRequest("找不到这位评价人，请填写唯一的姓名或 userid"));
        additions.add(
                persons.period(text(body.quarter())),
                caller.userId(),
                member(text(body.person())),
                rater.userId());
        return overview(caller);
    }

    @PostMapping("/raters/removal")
    @Operation(summary = "移除评价人", description = "仅自己补充的；互评截止之前。")
    Overview takeBack(@AuthenticationPrincipal Caller caller, @RequestBody Add body) {
        var quarter = persons.period(text(body.quarter()));
        var added =
                additions.of(quarter, caller.userId()).stream()
                        .filter(one -> one.getKey().value().equals(body.person()))
                        .filter(one -> one.getValue().value().equals(body.rater()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest("只能移除自己补充的评价人；请刷新后再看"));
        additions.takeBack(quarter, caller.userId(), added.getKey(), added.getValue());
        return overview(caller);
    }

    private List<Round> rounds() {
        return rounds.all().stream()
                .map(
                        one ->
                                new Round(
                                        one.quarter().code(),
                                        one.quarter().label(),
                                        one.raters(),
                                        Times.local(one.closesAt()),
                                        one.closedAt().map(Times::local).orElse(null)))
                .toList();
    }

    private Person person(UserId user) {
        return new Person(user.value(), directory.name(user));
    }

    private UserId member(String userId) {
        return directory.called(userId).orElseThrow(() -> new InvalidRequest("请选择组员")).userId();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static Choice choice(Period quarter) {
        return new Choice(quarter.code(), quarter.label());
    }

    record Start(@Nullable String quarter) {}

    record Add(@Nullable String quarter, @Nullable String person, @Nullable String rater) {}

    record Choice(String code, String label) {}

    record Person(String userId, String name) {}

    record Added(String quarter, Person person, Person rater) {}

    record Round(
            String quarter,
            String label,
            int raters,
            OffsetDateTime closesAt,
            @Nullable OffsetDateTime closedAt) {}

    record Overview(
            List<Choice> quarters,
            List<Person> members,
            List<Added> added,
            boolean mayStart,
            List<Round> rounds) {}
}
