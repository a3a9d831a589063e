package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.issue.Projects;
import io.issueloop.notification.Links;
import io.issueloop.shared.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A group per team, whose quick entry brings the team's project along (design.md §2.1b). A team of
 * one has none.
 */
@Component
@Order(51)
class TeamGroupsPart implements SetupPart {

    /** WeCom takes 50 characters. */
    private static final int LONGEST_NAME = 47;

    private final GroupSetup groups;
    private final GroupMembers members;
    private final Directory directory;
    private final Projects projects;
    private final Links links;
    private final int agentId;

    TeamGroupsPart(
            GroupSetup groups,
            GroupMembers members,
            Directory directory,
            Projects projects,
            Links links,
            WeComProperties properties) {
        this.groups = groups;
        this.members = members;
        this.directory = directory;
        this.projects = projects;
        this.links = links;
        this.agentId = properties.agentId();
    }

    @Override
    public Capability capability() {
        return Capability.GROUP;
    }

    @Override
    public String label() {
        return "各团队的群聊";
    }

    @Override
    public List<String> missing() {
        return wishes().stream().flatMap(wish -> groups.missing(wish).stream()).toList();
    }

    @Override
    public void ensure(Consumer<String> created) {
        wishes().forEach(wish -> groups.ensure(wish, created));
    }

    private List<GroupSetup.Wish> wishes() {
        return directory.workingTeams().stream().flatMap(team -> wish(team).stream()).toList();
    }

    private Optional<GroupSetup.Wish> wish(Team team) {
        var people = members.of(team);
        if (people.size() < GroupMembers.FEWEST) {
            return Optional.empty();
        }
        var project = project(team);
        return Optional.of(
                new GroupSetup.Wish(
                        team.id().toString(),
                        Excerpt.of(team.name(), LONGEST_NAME) + "问题群",
                        "issueloop%dteam%s".formatted(agentId, team.id()),
                        people,
                        links.report(project),
                        "关联项目已选好“%s”。".formatted(project)));
    }

    /** The first the team owns; where it owns none, people choose. */
    private String project(Team team) {
        return projects.names().stream()
                .filter(name -> projects.ownerId(name).equals(Optional.of(team.id())))
                .findFirst()
                .orElse(Projects.OTHER);
    }
}
