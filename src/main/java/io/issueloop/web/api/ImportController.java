package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Projects;
import io.issueloop.issue.imports.ImportColumn;
import io.issueloop.issue.imports.ImportRun;
import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bulk import; for KPI and process administrators, never for scripts. */
@RestController
@RequestMapping("/api/admin/imports")
@Tag(name = "批量导入")
class ImportController {

    private static final int SHOWN_PROBLEMS = 50;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Directory directory;
    private final Projects projects;
    private final Clock clock;

    ImportController(Imports imports, Directory directory, Projects projects, Clock clock) {
        this.imports = imports;
        this.directory = directory;
        this.projects = projects;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "可用的列与最近的导入")
    ImportView.Overview overview() {
        return new ImportView.Overview(
                Arrays.stream(ImportColumn.values()).map(ImportView.Column::of).toList(),
                Imports.maxSize(),
                imports.latest().stream().map(this::view).toList());
    }

    /** The body is the file itself: it is passed on piece by piece and never held whole. */
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传文件", description = "正文即 xlsx 或 CSV 文件，最大 20 MB；返回文件中的列名。")
    Imports.Uploaded upload(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String name,
            HttpServletRequest request)
            throws IOException {
        return imports.upload(name, request.getInputStream(), caller.userId());
    }

    /**
     * @param mapping name of a column in capitals to what the file calls it
     */
    record StartImport(
            long fileId,
            boolean dryRun,
            boolean updates,
            @Nullable String baseline,
            @Nullable Map<ImportColumn, String> mapping) {

        Options options() {
            return new Options(
                    dryRun,
                    updates,
                    Options.periods(Optional.ofNullable(baseline).orElse("")),
                    Optional.ofNullable(mapping).orElse(Map.of()));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "开始导入或试运行", description = "在后台进行；进度见 GET /api/admin/imports/{id}。")
    ImportView start(@AuthenticationPrincipal Caller caller, @RequestBody StartImport body) {
        return view(imports.request(body.fileId(), body.options(), caller.userId()));
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "继续中断的导入", description = "从停下的地方继续，已完成的行不会重复。")
    ImportView resume(@PathVariable long id) {
        return view(imports.resume(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次导入的进度与错误行", description = "最多 50 行错误；全部见错误文件。")
    ImportView.WithProblems one(@PathVariable long id) {
        return new ImportView.WithProblems(
                view(imports.get(id)),
                imports.problems(id, SHOWN_PROBLEMS).stream().map(ImportView.Problem::of).toList());
    }

    @GetMapping("/{id}/errors")
    @Operation(summary = "错误文件", description = "format=xlsx 或 csv；列与导入文件相同，加上错误原因。")
    void errors(
            @PathVariable long id,
            @RequestParam(defaultValue = "xlsx") String format,
            HttpServletResponse response)
            throws IOException {
        var xlsx = !format.equals("csv");
        var stem = imports.get(id).file().name().replaceFirst("\\.[^.]*$", "");
        attach(
                stem + "-错误" + (xlsx ? ".xlsx" : ".csv"),
                xlsx ? XLSX : "text/csv;charset=UTF-8",
                response);
        imports.writeErrors(id, xlsx, response.getOutputStream());
    }

    @GetMapping("/template")
    @Operation(summary = "导入模板", description = "xlsx，含逐列说明。")
    void template(HttpServletResponse response) throws IOException {
        attach("问题导入模板.xlsx", XLSX, response);
        imports.writeTemplate(response.getOutputStream(), projects.names());
    }

    private static void attach(String name, String type, HttpServletResponse response) {
        var disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
    }

    private ImportView view(ImportRun run) {
        var by = run.startedBy();
        return ImportView.of(
                run, by.equals(UserId.SYSTEM) ? "命令行" : directory.name(by), clock.instant());
    }
}
