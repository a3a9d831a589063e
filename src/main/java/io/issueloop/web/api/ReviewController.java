package io.issueloop.web.api;

import io.issueloop.collaboration.review.Review;
import io.issueloop.collaboration.review.ReviewActions;
import io.issueloop.collaboration.review.ReviewDesk;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.directory.Directory;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
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
 * Reviews: every member may read them, as every member may read the issues; who may change them is
 * for the review to say. Each change answers the review as it is afterwards.
 */
@RestController
@RequestMapping("/api/reviews")
@Tag(name = "复盘")
class ReviewController {

    private static final int LONGEST = 2000;

    private final Reviews reviews;
    private final ReviewActions actions;
    private final ReviewDesk desk;
    private final Directory directory;

    ReviewController(Reviews reviews, ReviewActions actions, ReviewDesk desk, Directory directory) {
        this.reviews = reviews;
        this.actions = actions;
        this.desk = desk;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "我的复盘与改进措施", description = "我主持而未完成的复盘，和交给我的未完成的措施。")
    List<ReviewDesk.Todo> mine(@AuthenticationPrincipal Caller caller) {
        return desk.of(caller.acting().userId());
    }

    @GetMapping("/{key}")
    @Operation(summary = "查看一次复盘")
    ReviewView get(@AuthenticationPrincipal Caller caller, @PathVariable String key) {
        return view(existing(key), caller);
    }

    @PostMapping("/{key}/time")
    @Operation(summary = "改期", description = "主持人选择一个新的时间：工作日的一个完整工作小时。")
    ReviewView move(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @Valid @RequestBody Move body) {
        var review = existing(key);
        reviews.move(review.key(), caller.acting().userId(), body.startsAt().toInstant());
        return view(existing(key), caller);
    }

    @PostMapping("/{key}/conclusions")
    @Operation(summary = "记录结论", description = "改进措施每行一项：措施；负责人；完成日期。")
    ReviewView conclude(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @Valid @RequestBody Conclude body) {
        var review = existing(key);
        var lines = Optional.ofNullable(body.measures()).orElse("");
        actions.conclude(review.key(), caller.acting().userId(), body.conclusions(), lines);
        return view(existing(key), caller);
    }

    @PostMapping("/{key}/measures/{number}/done")
    @Operation(summary = "完成一项改进措施")
    ReviewView done(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @RequestBody Done body) {
        var review = existing(key);
        if (reviews.measures(key).stream().noneMatch(m -> m.number() == number)) {
            throw new NotFound("没有这项改进措施");
        }
        actions.measureDone(review.key(), number, caller.acting().userId(), body.note());
        return view(existing(key), caller);
    }

    @Schema(description = "改期")
    record Move(@NotNull(message = "请选择时间") OffsetDateTime startsAt) {}

    @Schema(description = "记录结论")
    record Conclude(
            @NotBlank(message = "请填写结论") @Size(max = LONGEST, message = "最多 {max} 字")
                    String conclusions,
            @Size(max = LONGEST, message = "最多 {max} 字") @Nullable String measures) {}

    @Schema(description = "完成一项改进措施")
    record Done(
            @NotBlank(message = "请说明做了什么") @Size(max = LONGEST, message = "最多 {max} 字")
                    String note) {}

    private ReviewView view(Review review, Caller caller) {
        return ReviewView.of(review, reviews, directory, caller.acting().userId());
    }

    private Review existing(String key) {
        return reviews.find(key).orElseThrow(() -> new NotFound("没有编号为“%s”的复盘".formatted(key)));
    }
}
