package io.issueloop.web.api;

import io.issueloop.appraisal.people.PeerQuestion;
import io.issueloop.appraisal.people.PeerRatings;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own ratings of colleagues, and nobody else's: there is no address that answers them. Not
 * for scripts.
 */
@RestController
@RequestMapping("/api/me/peer-rating")
@Tag(name = "同事互评")
class PeerRatingController {

    private final PeerRatings ratings;

    PeerRatingController(PeerRatings ratings) {
        this.ratings = ratings;
    }

    @GetMapping
    @Operation(summary = "请我评价的同事", description = "只有本人的评分；没有进行中的互评时 colleagues 为空。")
    Sheet mine(@AuthenticationPrincipal Caller caller) {
        return sheet(ratings.of(caller.userId()));
    }

    @PostMapping("/{person}")
    @Operation(summary = "评价一位同事", description = "三项都填 1–5；stars 为空表示不了解、跳过。截止前可以再改。")
    Sheet rate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String person,
            @RequestBody Rating body) {
        var stars = new EnumMap<PeerQuestion, Integer>(PeerQuestion.class);
        Optional.ofNullable(body.stars()).orElse(Map.of()).forEach(stars::put);
        ratings.rate(caller.userId(), UserId.of(person), stars);
        return sheet(ratings.of(caller.userId()));
    }

    record Rating(@Nullable Map<PeerQuestion, Integer> stars) {}

    record Question(String name, String label, String hint) {}

    record Colleague(String userId, String name, boolean skipped, Map<String, Integer> stars) {}

    record Sheet(
            @Nullable String quarter,
            @Nullable OffsetDateTime closesAt,
            List<Question> questions,
            List<Colleague> colleagues) {}

    private static Sheet sheet(Optional<PeerRatings.Sheet> found) {
        var questions =
                Arrays.stream(PeerQuestion.values())
                        .map(one -> new Question(one.name(), one.label(), one.hint()))
                        .toList();
        return found.map(
                        sheet ->
                                new Sheet(
                                        sheet.round().quarter().label(),
                                        Times.local(sheet.round().closesAt()),
                                        questions,
                                        sheet.colleagues().stream()
                                                .map(
                                                        one ->
                                                                new Colleague(
                                                                        one.person().value(),
                                                                        one.name(),
                                                                        one.skipped(),
                                                                        one.stars()))
                                                .toList()))
                .orElseGet(() -> new Sheet(null, null, questions, List.of()));
    }
}
