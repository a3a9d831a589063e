package io.issueloop.web.api;

import io.issueloop.appraisal.archive.ArchivedFile;
import io.issueloop.appraisal.archive.QuarterArchive;
import io.issueloop.appraisal.archive.QuarterArchives;
import io.issueloop.kpi.KpiExports;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Archives to take away: everybody's numbers, so KPI administrators only, and logged. */
@RestController
@RequestMapping("/api/quarters")
@Tag(name = "季度考核")
class QuarterArchiveController {

    private final QuarterArchives archives;
    private final KpiPersons persons;
    private final KpiExports exports;

    QuarterArchiveController(QuarterArchives archives, KpiPersons persons, KpiExports exports) {
        this.archives = archives;
        this.persons = persons;
        this.exports = exports;
    }

    @GetMapping("/{quarter}/revisions/{revision}/{file}")
    @Operation(summary = "下载归档", description = "仅 KPI 管理员；每个修订都可下载，下载有记录。")
    ResponseEntity<Resource> download(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @PathVariable int revision,
            @Parameter(description = "文件名；xlsx、json 或 sha256 为该类的第一个文件") @PathVariable
                    String file) {
        persons.admin(caller);
        var archive = archive(quarter, revision);
        var found = file(archive, file);
        exports.log(caller.name(), "archive " + found.name(), 1);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(found.name()).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentLength(found.bytes())
                .body(new InputStreamResource(() -> archives.open(archive, found)));
    }

    @PostMapping("/{quarter}/revisions/{revision}/proof")
    @Operation(
            summary = "核对归档",
            description = "仅 KPI 管理员；读出文件并由锁定时的快照重新生成，与归档时的 sha256 比对；给出文件名则只核对这一个。")
    Proof prove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable String file) {
        persons.admin(caller);
        var archive = archive(quarter, revision);
        var proof =
                file == null
                        ? archives.prove(archive)
                        : archives.prove(archive, file(archive, file));
        return new Proof(
                proof.holds(),
                proof.files().size(),
                proof.files().stream()
                        .filter(one -> !one.isKept() || !one.isReproduced())
                        .map(one -> one.file().name())
                        .toList());
    }

    /**
     * @param different names of the files that are not what was archived
     */
    @Schema(description = "归档是否与锁定时逐字节一致")
    record Proof(boolean holds, int files, List<String> different) {}

    private static ArchivedFile file(QuarterArchive archive, String nameOrEnding) {
        return archive.file(nameOrEnding).orElseThrow(() -> new NotFound("这个修订的归档里没有这个文件"));
    }

    private QuarterArchive archive(String quarter, int revision) {
        return archives.find(persons.period(quarter), revision)
                .orElseThrow(() -> new NotFound("没有这个修订的归档"));
    }
}
