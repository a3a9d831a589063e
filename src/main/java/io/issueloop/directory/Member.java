package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Set;

/** A person of the organisation as of now. */
public record Member(UserId userId, String name, TeamId team, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
