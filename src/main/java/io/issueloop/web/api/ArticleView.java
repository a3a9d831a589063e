package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as REST shows it: Chinese words, userids, instants at +08:00. */
@Schema(description = "知识文章")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ArticleView(
        @Schema(description = "文章编号", example = "KB-20261122-0001") String articleNo,
        @Schema(description = "版本，修改时带上") int version,
        @Schema(description = "草稿、审核中 或 已发布") String status,
        @Schema(description = "来自哪个问题") String issueNo,
        @Schema(description = "标题") String title,
        @Schema(description = "问题") String problem,
        @Schema(description = "原因") String cause,
        @Schema(description = "方案") String solution,
        @Schema(description = "验证") String verification,
        @Schema(description = "标签") List<String> tags,
        @Schema(description = "作者与份额，和为 1") List<Author> authors,
        @Schema(description = "审核人 userid") @Nullable String reviewer,
        @Schema(description = "审核人姓名") @Nullable String reviewerName,
        @Schema(description = "上次退回的意见") @Nullable String comment,
        @Schema(description = "提交时间") @Nullable OffsetDateTime submittedAt,
        @Schema(description = "发布时间") @Nullable OffsetDateTime publishedAt,
        @Schema(description = "企业微信文档的地址") @Nullable String documentUrl,
        @Schema(description = "有帮助的人数") long useful,
        @Schema(description = "我是否觉得有帮助") boolean usefulToMe,
        @Schema(description = "我是否可以修改和提交") boolean mayEdit,
        @Schema(description = "我是否可以审核") boolean mayReview,
        @Schema(description = "我是否可以修订、撤下；对修订稿则是放弃") boolean mayRevise,
        @Schema(description = "是哪篇文章的修订稿；不是时为 null") @Nullable String revises,
        @Schema(description = "正在写或审核的修订稿；没有时为 null") @Nullable String revision,
        @Schema(description = "以前有几个版本") int editions,
        @Schema(description = "经过，最早的在前") List<Event> history) {

    @Schema(description = "一位作者")
    record Author(String userId, String name, BigDecimal share) {}

    @Schema(description = "文章经历的一件事")
    record Event(
            String type,
            String actorName,
            OffsetDateTime at,
            String comment,
            @Schema(description = "代谁；本人办理时为 null") @Nullable String onBehalfOfName) {}

    @Schema(description = "列表中的一篇文章")
    record Line(
            String articleNo,
            String status,
            String title,
            String excerpt,
            List<String> tags,
            List<String> authorNames,
            @Nullable OffsetDateTime publishedAt,
            long useful) {}

    @Schema(description = "文章列表的一页")
    record Page(
            @Schema(description = "本页的文章") List<Line> items,
            @Schema(description = "符合条件的总数") long total) {}
}
