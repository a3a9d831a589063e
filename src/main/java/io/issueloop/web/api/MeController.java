package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.issue.Projects;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What our own pages need to know of the person who looks at them. */
@RestController
@RequestMapping("/api/me")
@Tag(name = "我")
class MeController {

    private static final int SUGGESTIONS = 20;

    private final Directory directory;
    private final Projects projects;

    MeController(Directory directory, Projects projects) {
        this.directory = directory;
        this.projects = projects;
    }

    @GetMapping
    @Operation(summary = "登录者与可选项", description = "csrf 是本页面提交数据时要带的请求头。")
    Me me(@AuthenticationPrincipal Caller caller, CsrfToken csrf) {
        var member = caller.acting();
        return new Me(
                member.userId().value(),
                member.name(),
                member.team().value(),
                directory.team(member.team()).map(Team::name).orElse(""),
                member.roles().stream().sorted().map(Enum::name).toList(),
                projects.names(),
                directory.workingTeams().stream()
                        .map(team -> new Choice(team.id().toString(), team.name()))
                        .toList(),
                new Csrf(csrf.getHeaderName(), csrf.getToken()));
    }

    @GetMapping("/colleagues")
    @Operation(summary = "按姓名或 userid 找同事", description = "最多 20 位。")
    List<Choice> colleagues(
            @Parameter(description = "姓名或 userid 的一部分") @RequestParam(defaultValue = "") String q) {
        var part = q.strip().toLowerCase(Locale.ROOT);
        return directory.members().stream()
                .map(member -> new Choice(member.userId().value(), member.name()))
                .filter(
                        one ->
                                (one.id() + " " + one.name())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(part))
                .limit(SUGGESTIONS)
                .toList();
    }

    record Me(
            String userId,
            String name,
            long team,
            String teamName,
            List<String> roles,
            List<String> projects,
            List<Choice> teams,
            Csrf csrf) {}

    record Choice(String id, String name) {}

    record Csrf(String header, String token) {}
}
