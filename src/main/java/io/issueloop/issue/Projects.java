package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The options of 关联项目: those configured, else one per team; 其他 is always one of them (design.md §3
 * Settings).
 */
@Component
@EnableConfigurationProperties(IssueProperties.class)
public class Projects {

    public static final String OTHER = "其他";

    private final IssueProperties properties;
    private final Directory directory;

    Projects(IssueProperties properties, Directory directory) {
        this.properties = properties;
        this.directory = directory;
    }

    /** The names people choose from, 其他 last. */
    public List<String> names() {
        var names = new ArrayList<>(properties.projects());
        if (names.isEmpty()) {
            directory.workingTeams().stream().map(Team::name).forEach(names::add);
        }
        names.remove(OTHER);
        names.add(OTHER);
        return List.copyOf(names);
    }

    /** The team that owns a project; empty where it is nobody's. */
    public Optional<TeamId> ownerId(String project) {
        return owner(project).map(Team::id);
    }

    /**
     * The team that owns a project: the one an administrator named, else the one of the same name.
     */
    Optional<Team> owner(String project) {
        var named = directory.ownerOf(project).flatMap(directory::team);
        return named.isPresent() ? named : ofTheSameName(project);
    }

    private Optional<Team> ofTheSameName(String project) {
        return directory.teams().stream().filter(team -> team.name().equals(project)).findFirst();
    }
}
