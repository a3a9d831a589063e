package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.issue.Issue;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue as REST shows it (design.md §3 HTTP): Chinese words, userids, instants at +08:00. */
@Schema(description = "问题")
@JsonInclude(JsonInclude.Include.ALWAYS)
record IssueView(
        @Schema(description = "问题编号", example = "ISS-20261122-0007") String issueNo,
        @Schema(description = "状态", example = "待接单") String status,
        @Schema(description = "分类；待分诊时为 null") @Nullable String category,
        @Schema(description = "子分类") @Nullable String subCategory,
        @Schema(description = "紧急程度", example = "高") String urgency,
        @Schema(description = "关联项目") String project,
        @Schema(description = "提报人 userid") String reporter,
        @Schema(description = "处理人 userid；尚未指派时为 null") @Nullable String handler,
        @Schema(description = "处理团队（企业微信部门）编号") @Nullable Long team,
        @Schema(description = "截止时间，ISO-8601，带时区") @Nullable OffsetDateTime dueAt,
        @Schema(description = "是否重大问题") boolean major,
        @Schema(description = "标题：描述的首行") String title,
        @Schema(description = "问题描述") String description,
        @Schema(description = "提报人姓名") String reporterName,
        @Schema(description = "处理人姓名") @Nullable String handlerName,
        @Schema(description = "处理团队名称") @Nullable String teamName,
        @Schema(description = "提报时间") OffsetDateTime reportedAt,
        @Schema(description = "解决时间") @Nullable OffsetDateTime resolvedAt,
        @Schema(description = "关闭时间") @Nullable OffsetDateTime closedAt,
        @Schema(description = "解决方案") @Nullable SolutionView solution,
        @Schema(description = "满意度，1–5 星") @Nullable Integer stars,
        @Schema(description = "处理说明") @Nullable String note) {

    static IssueView of(Issue issue, Directory directory) {
        var team = issue.team();
        return new IssueView(
                issue.no().value(),
                issue.status().label(),
                issue.category().orElse(null),
                issue.subCategory().orElse(null),
                issue.urgency().label(),
                issue.project(),
                issue.reporter().value(),
                issue.handler().map(UserId::value).orElse(null),
                team.map(id -> id.value()).orElse(null),
                issue.dueAt().map(Times::local).orElse(null),
                issue.isMajor(),
                issue.title(),
                issue.description(),
                directory.name(issue.reporter()),
                issue.handler().map(directory::name).orElse(null),
                team.flatMap(directory::team).map(Team::name).orElse(null),
                Times.local(issue.reportedAt()),
                issue.resolvedAt().map(Times::local).orElse(null),
                issue.closedAt().map(Times::local).orElse(null),
                SolutionView.of(issue),
                issue.stars().orElse(null),
                issue.note().orElse(null));
    }

    @Schema(description = "解决方案")
    record SolutionView(
            @Schema(description = "原因") String cause,
            @Schema(description = "方案") String measures,
            @Schema(description = "验证") String verification) {

        static @Nullable SolutionView of(Issue issue) {
            var solution = issue.solution();
            return solution.isWritten()
                    ? new SolutionView(
                            solution.cause(), solution.measures(), solution.verification())
                    : null;
        }
    }

    /** One page of issues, newest first. */
    @Schema(description = "问题列表的一页")
    record Page(
            @Schema(description = "本页的问题") List<IssueView> items,
            @Schema(description = "符合条件的总数") long total) {}
}
