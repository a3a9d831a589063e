package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Followers;
import io.issueloop.issue.Issue;
import io.issueloop.issue.SimilarIssues;
import io.issueloop.issue.SimilarIssues.Similar;
import io.issueloop.knowledge.SolutionDocuments;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issues that read alike: while somebody types, and beside an issue. */
@RestController
@RequestMapping("/api/issues")
@Tag(name = "相关的问题与人")
class SimilarController {

    private static final int LONGEST = 2000;

    private final SimilarIssues similar;
    private final Followers followers;
    private final SolutionDocuments documents;
    private final IssueCalls calls;
    private final Directory directory;

    SimilarController(
            SimilarIssues similar,
            Followers followers,
            SolutionDocuments documents,
            IssueCalls calls,
            Directory directory) {
        this.similar = similar;
        this.followers = followers;
        this.documents = documents;
        this.calls = calls;
        this.directory = directory;
    }

    @GetMapping("/similar")
    @Operation(summary = "相似的问题", description = "按文字相似，最多 5 个，最像的在前；不含已撤销和无效的。")
    List<SimilarView> to(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "正在填写的描述") @RequestParam(defaultValue = "") String q) {
        var text = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        return similar.to(text).stream().map(one -> view(one, caller)).toList();
    }

    @GetMapping("/{no}/similar")
    @Operation(summary = "与本问题相似的问题")
    List<SimilarView> beside(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return similar.to(calls.existing(no)).stream().map(one -> view(one, caller)).toList();
    }

    private SimilarView view(Similar one, Caller caller) {
        var issue = one.issue();
        var joined = followers.of(issue.no());
        return new SimilarView(
                issue.no().value(),
                issue.title(),
                issue.status().label(),
                issue.status().isEnd(),
                issue.handler().map(directory::name).orElse(null),
                Times.local(issue.reportedAt()),
                solution(issue),
                documents.url(issue.no()).orElse(null),
                joined.size(),
                caller.acting().userId().equals(issue.reporter()),
                joined.stream().anyMatch(who -> who.user().equals(caller.userId())),
                Math.round(one.score() * 100) / 100.0);
    }

    private static @Nullable String solution(Issue issue) {
        var measures = issue.solution().measures();
        return measures.isBlank() ? null : measures;
    }

    @Schema(description = "相似的问题")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SimilarView(
            String issueNo,
            String title,
            String status,
            @Schema(description = "是否已结束") boolean over,
            @Nullable String handlerName,
            OffsetDateTime reportedAt,
            @Schema(description = "方案；没有时为 null") @Nullable String solution,
            @Schema(description = "解决方案文档的地址") @Nullable String documentUrl,
            @Schema(description = "多少人也遇到") int followers,
            @Schema(description = "是我自己提报的") boolean mine,
            @Schema(description = "我已点过“我也遇到”") boolean joined,
            @Schema(description = "相似程度，0–1") double score) {}
}
