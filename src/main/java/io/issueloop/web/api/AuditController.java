package io.issueloop.web.api;

import io.issueloop.audit.AuditEntry;
import io.issueloop.audit.AuditLog;
import io.issueloop.audit.Exports;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Zones;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what; for process administrators, never for scripts, and for reading only. */
@RestController
@RequestMapping("/api/admin/audit")
@Tag(name = "审计")
class AuditController {

    private static final int PAGE = 100;
    private static final int MOST = 20_000;

    private final AuditLog log;
    private final Exports exports;
    private final KpiFiles files;
    private final Directory directory;
    private final Clock clock;

    AuditController(
            AuditLog log, Exports exports, KpiFiles files, Directory directory, Clock clock) {
        this.log = log;
        this.exports = exports;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "操作记录", description = "最新的在前，每页 100 条。")
    Page find(@AuthenticationPrincipal Caller caller, @ParameterObject AuditRequest request) {
        var found = log.find(request.query(caller, PAGE + 1));
        return new Page(found.stream().limit(PAGE).map(this::view).toList(), found.size() > PAGE);
    }

    @GetMapping("/export")
    @Operation(summary = "导出操作记录（CSV、xlsx 或 JSON）", description = "最多 20,000 条；导出有记录。")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject AuditRequest request,
            @RequestParam(defaultValue = "csv") String format) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("时间", "操作人", "姓名", "类别", "操作", "对象", "说明"));
        log.find(request.query(caller, MOST)).stream().map(this::row).forEach(rows::add);
        var stem = "audit-" + LocalDate.ofInstant(clock.instant(), Zones.REPORTING);
        var file = files.file(stem, format, rows);
        exports.log(
                Exports.Kind.AUDIT,
                caller.name(),
                request.inWords() + " " + format,
                rows.size() - 1);
        return file;
    }

    private List<String> row(AuditEntry entry) {
        return List.of(
                Times.local(entry.at()).toString(),
                entry.actor(),
                name(entry.actor()),
                entry.kind(),
                entry.action(),
                entry.subject(),
                entry.detail());
    }

    private View view(AuditEntry entry) {
        return new View(
                Times.local(entry.at()),
                entry.actor(),
                name(entry.actor()),
                entry.kind(),
                entry.action(),
                entry.subject(),
                entry.detail());
    }

    /** Of the member; a script's name is told before. */
    private String name(String actor) {
        var slash = actor.lastIndexOf('/');
        var member = actor.substring(slash + 1);
        var name = directory.called(member).map(io.issueloop.directory.Member::name).orElse(member);
        return slash < 0 ? name : actor.substring(0, slash + 1) + name;
    }

    @Schema(description = "一条操作记录")
    record View(
            OffsetDateTime at,
            String actor,
            String actorName,
            String kind,
            String action,
            String subject,
            String detail) {}

    record Page(List<View> items, boolean more) {}
}
