package io.issueloop.web.api;

import io.issueloop.appraisal.targets.Grades;
import io.issueloop.appraisal.targets.Grades.Given;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's performance grade of a quarter: for the person, the lead and the KPI administrators.
 */
@RestController
@RequestMapping("/api/kpis/grade")
@Tag(name = "指标")
class KpiGradeController {

    private final Grades grades;
    private final KpiAccess access;
    private final KpiPersons persons;
    private final Directory directory;

    KpiGradeController(Grades grades, KpiAccess access, KpiPersons persons, Directory directory) {
        this.grades = grades;
        this.access = access;
        this.persons = persons;
        this.directory = directory;
    }

    /**
     * @param given whether the quarter was graded
     * @param grade null without a score
     */
    record GradeView(
            String period,
            String personName,
            boolean given,
            @Nullable String grade,
            String words,
            @Nullable String score,
            boolean adjusted) {}

    @GetMapping
    @Operation(summary = "绩效等级", description = "季度锁定后评定；仅本人、其负责人与 KPI 管理员可见。")
    GradeView grade(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "季度；默认本季度") @RequestParam(defaultValue = "") String period,
            @Parameter(description = "userid；默认本人") @RequestParam(defaultValue = "")
                    String person) {
        var when = persons.period(period);
        var who = person.isBlank() ? caller.userId() : UserId.of(person);
        if (!access.allows(caller, KpiScope.person(who))) {
            throw new AccessDeniedException("grade of " + who);
        }
        return grades.of(when, who)
                .map(given -> view(when, who, given))
                .orElseGet(
                        () ->
                                new GradeView(
                                        when.code(),
                                        directory.name(who),
                                        false,
                                        null,
                                        "季度锁定后评定",
                                        null,
                                        false));
    }

    private GradeView view(Period when, UserId who, Given given) {
        return new GradeView(
                when.code(),
                directory.name(who),
                true,
                given.grade(),
                given.words(),
                given.score(),
                given.adjusted());
    }
}
