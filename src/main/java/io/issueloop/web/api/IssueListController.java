package io.issueloop.web.api;

import io.issueloop.audit.Exports;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issues;
import io.issueloop.shared.Zones;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of issues as a board and to take away; every member may read every issue. */
@RestController
@RequestMapping("/api/issues")
@Tag(name = "问题")
class IssueListController {

    private static final int MOST = 20_000;

    private final Issues issues;
    private final Directory directory;
    private final IssueBoard board;
    private final BoardStart start;
    private final Exports exports;
    private final KpiFiles files;
    private final Clock clock;

    IssueListController(
            Issues issues,
            Directory directory,
            IssueBoard board,
            BoardStart start,
            Exports exports,
            KpiFiles files,
            Clock clock) {
        this.issues = issues;
        this.directory = directory;
        this.board = board;
        this.start = start;
        this.exports = exports;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/board")
    @Operation(summary = "看板：按状态或按处理人分列", description = "每列最多 50 张卡片与总数；先到期的在前。")
    IssueBoard.View board(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "status 或 handler") @RequestParam(defaultValue = "status")
                    String by,
            @ParameterObject IssueSearchRequest request) {
        return switch (by) {
            case "status" ->
                    board.byStatus(
                            () -> request.filter(caller, clock.instant()),
                            () -> request.filterOfAllTeams(caller, clock.instant()));
            case "handler" -> board.byHandler(() -> request.filter(caller, clock.instant()));
            default -> throw new InvalidRequest("by 应为 status 或 handler");
        };
    }

    @GetMapping("/board/start")
    @Operation(summary = "看板从哪个团队开始", description = "自己的团队；没有在办的问题时，上级部门及其团队；再没有时，全部。")
    BoardStart.View start(@AuthenticationPrincipal Caller caller) {
        return start.of(caller.acting());
    }

    @GetMapping("/export")
    @Operation(summary = "导出查找到的问题（CSV、xlsx 或 JSON）", description = "最多 20,000 个；导出有记录。")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject IssueSearchRequest request,
            @Parameter(description = "列，如 issueNo,title；默认全部") @RequestParam(required = false)
                    @Nullable List<String> columns,
            @Parameter(description = "csv、xlsx 或 json") @RequestParam(defaultValue = "csv")
                    String format) {
        var now = clock.instant();
        var chosen = IssueSheet.columns(columns);
        var found =
                issues.list(
                        request.filter(caller, now), IssueListWords.order(request.sort()), MOST);
        var views = found.stream().map(issue -> IssueView.of(issue, directory)).toList();
        var stem = "issues-" + LocalDate.ofInstant(now, Zones.REPORTING);
        var file = files.file(stem, format, IssueSheet.rows(chosen, views));
        exports.log(
                Exports.Kind.ISSUES, caller.name(), request.inWords() + " " + format, views.size());
        return file;
    }
}
