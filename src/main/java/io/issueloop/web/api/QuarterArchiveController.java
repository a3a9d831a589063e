package io.issueloop.web.api;

import io.issueloop.appraisal.archive.QuarterArchive.File;
import io.issueloop.appraisal.archive.QuarterArchives;
import io.issueloop.kpi.KpiExports;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

    @GetMapping("/{quarter}/revisions/{revision}/{ending}")
    @Operation(summary = "下载归档", description = "仅 KPI 管理员；每个修订都可下载，下载有记录。")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String quarter,
            @PathVariable int revision,
            @Parameter(description = "xlsx、json 或 sha256") @PathVariable String ending) {
        persons.admin(caller);
        var file =
                Arrays.stream(File.values())
                        .filter(one -> one.ending().equals(ending))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("归档只有 xlsx、json 与 sha256 三个文件"));
        var archive =
                archives.find(persons.period(quarter), revision)
                        .orElseThrow(() -> new NotFound("没有这个修订的归档"));
        var name = archive.name(file);
        exports.log(caller.name(), "archive " + name, 1);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(archives.content(archive, file));
    }
}
