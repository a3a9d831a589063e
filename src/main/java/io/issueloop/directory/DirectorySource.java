package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where members, departments and tags come from: WeCom's contacts. */
public interface DirectorySource {

    /**
     * Everything the application may see, read at once. Remote: may take seconds and throws when
     * WeCom does not answer.
     */
    Snapshot read();

    /**
     * @param tags members by the name of a WeCom tag
     */
    record Snapshot(
            List<Department> departments, List<Person> people, Map<String, Set<UserId>> tags) {}

    /**
     * A department; the root has no parent. Leaders as in {@code department_leader} (page 90208).
     */
    record Department(TeamId id, String name, Optional<TeamId> parent, List<UserId> leaders) {}

    /**
     * @param departments all departments of the person, {@code main} among them
     * @param leads the departments in which {@code is_leader_in_dept} is set (page 90196)
     */
    record Person(
            UserId userId, String name, TeamId main, List<TeamId> departments, Set<TeamId> leads) {}
}
