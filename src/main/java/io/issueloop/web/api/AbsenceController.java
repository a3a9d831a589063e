package io.issueloop.web.api;

import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is away, entered by themselves or their lead; and for whom the caller stands in. */
@RestController
@RequestMapping("/api/absences")
@Tag(name = "不在岗与代理")
class AbsenceController {

    private final Absences absences;
    private final Handovers handovers;
    private final Issues issues;
    private final Directory directory;

    AbsenceController(Absences absences, Handovers handovers, Issues issues, Directory directory) {
        this.absences = absences;
        this.handovers = handovers;
        this.issues = issues;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "我的、我可登记者的不在岗，以及我代理的人和问题")
    View all(@AuthenticationPrincipal Caller caller) {
        var me = caller.userId();
        return new View(
                absences.today(),
                absences.shownTo(me).stream().map(one -> entry(one, false)).toList(),
                absences.substitutedBy(me).stream().map(one -> entry(one, true)).toList(),
                directory.members().stream()
                        .map(Member::userId)
                        .filter(user -> absences.mayEnter(me, user))
                        .map(user -> new Person(user.value(), directory.name(user)))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "登记不在岗", description = "from、to 为日期（含当日）；user 不填为本人，substitute 可不填。")
    View enter(@AuthenticationPrincipal Caller caller, @RequestBody Enter body) {
        var user = text(body.user()).isEmpty() ? caller.userId() : named(text(body.user()));
        var substitute = Optional.of(text(body.substitute())).filter(who -> !who.isEmpty());
        absences.enter(
                caller.userId(),
                user,
                new AbsentDays(day(body.from()), day(body.to())),
                substitute.map(this::named));
        return all(caller);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "撤销登记")
    View end(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        absences.end(caller.userId(), id);
        return all(caller);
    }

    private Entry entry(Absence absence, boolean withIssues) {
        var held = handovers.heldBy(absence.user());
        return new Entry(
                absence.id(),
                absence.user().value(),
                directory.name(absence.user()),
                absence.from(),
                absence.to(),
                absence.substitute().map(directory::name).orElse(null),
                directory.name(absence.enteredBy()),
                held.size(),
                withIssues ? held.stream().map(this::issue).toList() : List.of());
    }

    private IssueView issue(IssueNo issueNo) {
        return IssueView.of(issues.get(issueNo), directory);
    }

    private UserId named(String who) {
        return directory
                .called(who)
                .map(Member::userId)
                .orElseThrow(() -> new Refused("找不到成员“%s”，请填写唯一的姓名或账号".formatted(who)));
    }

    private static LocalDate day(@Nullable String written) {
        try {
            return LocalDate.parse(text(written));
        } catch (DateTimeException notADay) {
            throw new InvalidRequest("请选择日期，例如 2026-11-24");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    @Schema(description = "登记不在岗")
    record Enter(
            @Nullable String user,
            @Nullable String from,
            @Nullable String to,
            @Nullable String substitute) {}

    record View(
            LocalDate today, List<Entry> absences, List<Entry> standingIn, List<Person> mayEnter) {}

    record Entry(
            long id,
            String user,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable String substitute,
            String enteredBy,
            int open,
            List<IssueView> issues) {}

    record Person(String id, String name) {}
}
