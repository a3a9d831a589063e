package io.issueloop.web.api;

import io.issueloop.directory.Adjustment;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.OrganisationSettings;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.issue.Projects;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is said differently from WeCom's contacts; for process administrators, never for scripts.
 */
@RestController
@RequestMapping("/api/admin/organisation")
@Tag(name = "组织")
class OrganisationController {

    private final OrganisationSettings settings;
    private final Directory directory;
    private final Projects projects;

    OrganisationController(OrganisationSettings settings, Directory directory, Projects projects) {
        this.settings = settings;
        this.directory = directory;
        this.projects = projects;
    }

    @GetMapping
    @Operation(summary = "团队、成员、项目，及与企业微信不同之处")
    View all() {
        var handling =
                directory.teams().stream()
                        .flatMap(team -> directory.handlers(team.id()).stream())
                        .map(Member::userId)
                        .collect(Collectors.toSet());
        return new View(
                directory.teams().stream().map(this::team).toList(),
                directory.members().stream().map(member -> person(member, handling)).toList(),
                projects.names().stream().map(this::project).toList(),
                settings.all().stream().map(this::said).toList());
    }

    @PostMapping
    @Operation(summary = "改变一项", description = "value 为空表示恢复为企业微信（或默认）的值。立即生效并留下记录。")
    View set(@AuthenticationPrincipal Caller caller, @RequestBody Change body) {
        settings.set(
                caller.userId(), kind(text(body.kind())), text(body.subject()), text(body.value()));
        return all();
    }

    private TeamView team(Team team) {
        var root = directory.root().map(Team::id).filter(team.id()::equals).isPresent();
        return new TeamView(
                team.id().toString(),
                team.name(),
                root,
                team.lead().map(UserId::value).orElse(null),
                team.lead().map(directory::name).orElse(null));
    }

    private MemberView person(Member member, Set<UserId> handling) {
        return new MemberView(
                member.userId().value(),
                member.name(),
                member.team().toString(),
                handling.contains(member.userId()),
                member.is(Role.KPI_ADMIN),
                member.is(Role.PROCESS_ADMIN),
                directory.skills(member.userId()).stream().sorted().toList());
    }

    private ProjectView project(String name) {
        return new ProjectView(name, projects.ownerId(name).map(TeamId::toString).orElse(null));
    }

    private Said said(Adjustment one) {
        return new Said(
                one.kind().name(),
                one.subject(),
                one.value(),
                directory.name(one.setBy()),
                Times.local(one.setAt()));
    }

    private static Adjustment.Kind kind(String name) {
        return Arrays.stream(Adjustment.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("没有这项设置：" + name));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    record Change(@Nullable String kind, @Nullable String subject, @Nullable String value) {}

    record View(
            List<TeamView> teams,
            List<MemberView> members,
            List<ProjectView> projects,
            List<Said> adjustments) {}

    record TeamView(
            String id,
            String name,
            boolean root,
            @Nullable String lead,
            @Nullable String leadName) {}

    record MemberView(
            String id,
            String name,
            String team,
            boolean handles,
            boolean kpiAdmin,
            boolean processAdmin,
            List<String> skills) {}

    record ProjectView(String name, @Nullable String team) {}

    record Said(String kind, String subject, String value, String by, OffsetDateTime at) {}
}
