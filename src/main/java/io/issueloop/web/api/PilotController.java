package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.PilotScope;
import io.issueloop.directory.Team;
import io.issueloop.pilot.Feedback;
import io.issueloop.pilot.Feedback.Source;
import io.issueloop.pilot.Feedback.Words;
import io.issueloop.pilot.FeedbackForm;
import io.issueloop.pilot.Feedbacks;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part in the trial, and what people say of it. */
@RestController
@Tag(name = "试点与反馈")
class PilotController {

    private static final int SHOWN = 100;

    private final PilotScope scope;
    private final Feedbacks feedbacks;
    private final ObjectProvider<FeedbackForm> form;
    private final Directory directory;
    private final Clock clock;

    PilotController(
            PilotScope scope,
            Feedbacks feedbacks,
            ObjectProvider<FeedbackForm> form,
            Directory directory,
            Clock clock) {
        this.scope = scope;
        this.feedbacks = feedbacks;
        this.form = form;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/api/me/pilot")
    @Operation(summary = "我是否参加试点，在哪里反馈")
    PilotView.Mine mine(@AuthenticationPrincipal Caller caller) {
        var objection = scope.objection(caller.userId());
        return new PilotView.Mine(
                objection.isEmpty(), objection, address().orElse(URI.create("/m/feedback")));
    }

    /**
     * @param key random, of one filled page: pressing twice is one answer
     */
    record GiveFeedback(
            @Nullable String key,
            int stars,
            @Nullable String mostUseful,
            @Nullable String leastHandy,
            @Nullable String advice) {}

    @PostMapping("/api/me/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "反馈试用感受")
    void give(@AuthenticationPrincipal Caller caller, @RequestBody GiveFeedback body) {
        var key =
                Optional.ofNullable(body.key())
                        .filter(given -> given.matches("[0-9A-Za-z-]{8,64}"))
                        .orElseGet(() -> UUID.randomUUID().toString());
        feedbacks.record(
                new Feedback(
                        Source.PAGE,
                        "page/%s/%s".formatted(caller.userId(), key),
                        Optional.of(caller.userId()),
                        body.stars(),
                        new Words(
                                text(body.mostUseful()),
                                text(body.leastHandy()),
                                text(body.advice())),
                        clock.instant()));
    }

    @GetMapping("/api/admin/pilot")
    @Operation(summary = "参加试点的部门与收到的反馈")
    PilotView.Overview overview() {
        return new PilotView.Overview(
                departments(),
                scope.history(SHOWN).stream().map(this::view).toList(),
                feedbacks.summary(),
                feedbacks.latest(SHOWN).stream().map(this::view).toList(),
                address());
    }

    record ChangeScope(@NotNull(message = "请写明参加试点的部门") List<@NotNull Long> departments) {}

    @PostMapping("/api/admin/pilot/scope")
    @Operation(summary = "改变参加试点的部门", description = "空列表表示全员参加；下级部门随上级。")
    PilotView.Overview change(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody ChangeScope body) {
        scope.change(
                body.departments().stream().map(TeamId::of).collect(Collectors.toSet()),
                caller.userId());
        return overview();
    }

    private List<PilotView.Department> departments() {
        var chosen = scope.departments();
        return directory.teams().stream()
                .sorted(Comparator.comparingLong(team -> team.id().value()))
                .map(
                        team ->
                                new PilotView.Department(
                                        team.id().value(), team.name(), chosen.contains(team.id())))
                .toList();
    }

    private PilotView.Change view(PilotScope.Change change) {
        var names =
                change.departments().stream()
                        .map(id -> directory.team(id).map(Team::name).orElse(id.toString()))
                        .sorted()
                        .toList();
        return new PilotView.Change(names, directory.name(change.by()), change.at());
    }

    private PilotView.Answer view(Feedback one) {
        return new PilotView.Answer(
                one.by().map((UserId user) -> directory.name(user)),
                one.source(),
                one.stars(),
                one.words(),
                one.at());
    }

    private Optional<URI> address() {
        return Optional.ofNullable(form.getIfAvailable()).flatMap(FeedbackForm::address);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
