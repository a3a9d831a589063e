package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.knowledge.SolutionDocuments;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting issues and reading them; every member may read every issue. */
@RestController
@RequestMapping("/api/issues")
@Tag(name = "问题")
class IssueController {

    private final Issues issues;
    private final Directory directory;
    private final SolutionDocuments documents;
    private final Reports reports;
    private final Clock clock;

    IssueController(
            Issues issues,
            Directory directory,
            SolutionDocuments documents,
            Reports reports,
            Clock clock) {
        this.clock = clock;
        this.issues = issues;
        this.directory = directory;
        this.documents = documents;
        this.reports = reports;
    }

    @PostMapping
    @Operation(summary = "提报问题", description = "相同的 Idempotency-Key 与相同的内容只产生一个问题，得到第一次的回答。")
    @ApiResponse(responseCode = "201", description = "已提报；Location 为问题的地址")
    ResponseEntity<IssueView> report(
            @AuthenticationPrincipal Caller caller, @RequestBody ReportIssueRequest body) {
        caller.acting();
        var view = view(issues.get(reports.take(caller, body)));
        return ResponseEntity.created(URI.create("/api/issues/" + view.issueNo())).body(view);
    }

    @GetMapping("/{no}")
    @Operation(summary = "查看一个问题")
    IssueView get(@Parameter(description = "问题编号") @PathVariable String no) {
        return view(existing(no));
    }

    @GetMapping
    @Operation(summary = "查找问题", description = "默认最新的在前；sort 改变次序。")
    IssueView.Page search(
            @AuthenticationPrincipal Caller caller, @ParameterObject IssueSearchRequest request) {
        var page = issues.search(request.query(caller, clock.instant()));
        return new IssueView.Page(page.items().stream().map(this::view).toList(), page.total());
    }

    @GetMapping("/{no}/solution-document")
    @Operation(summary = "解决方案文档")
    SolutionDocument solutionDocument(@Parameter(description = "问题编号") @PathVariable String no) {
        return new SolutionDocument(documents.url(existing(no).no()).orElse(null));
    }

    @Schema(description = "解决方案文档")
    record SolutionDocument(@Schema(description = "企业微信文档的地址；尚未归档时为 null") @Nullable String url) {}

    @GetMapping("/{no}/history")
    @Operation(summary = "问题的经过", description = "最早的在前。")
    List<IssueEventView> history(@Parameter(description = "问题编号") @PathVariable String no) {
        return issues.history(existing(no).no()).stream()
                .map(event -> IssueEventView.of(event, directory))
                .toList();
    }

    private Issue existing(String no) {
        return Optional.of(no)
                .filter(IssueNo::isIssueNo)
                .flatMap(known -> issues.find(IssueNo.of(known)))
                .orElseThrow(() -> new NotFound("没有编号为“%s”的问题".formatted(no)));
    }

    private IssueView view(Issue issue) {
        return IssueView.of(issue, directory);
    }
}
