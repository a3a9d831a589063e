package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left to do after a resolution, and what the reader may do of it. */
@Schema(description = "解决之后的跟进")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowUpView(
        @Schema(description = "方案还缺哪些部分") List<String> missing,
        @Schema(description = "方案补充的期限") @Nullable OffsetDateTime solutionDueAt,
        @Schema(description = "我是否可以补充方案") boolean mayComplete,
        @Schema(description = "自提自解，等待他人确认") boolean awaitsConfirmation,
        @Schema(description = "我是否可以确认") boolean mayConfirm,
        @Schema(description = "低分评价等待回访") boolean awaitsRatingFollowUp,
        @Schema(description = "我是否可以回访") boolean mayFollowUp,
        @Schema(description = "我可以修改评价到何时；不可修改时为 null")
                @Nullable OffsetDateTime ratingChangeableUntil,
        @Schema(description = "现在的满意度；没有评星时为 null") @Nullable Integer ratingStars,
        @Schema(description = "现在的评语") String ratingComment,
        @Schema(description = "这次解决之后评价过几次") int ratings,
        @Schema(description = "知识文章；没有或不可见时为 null") @Nullable ArticleRef article,
        @Schema(description = "我是否可以写成知识文章") boolean mayWrite) {

    @Schema(description = "知识文章")
    record ArticleRef(String articleNo, @Nullable String title, @Nullable String status) {}
}
