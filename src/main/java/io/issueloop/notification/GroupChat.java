package io.issueloop.notification;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;

/**
 * A team's group in WeCom. Remote, except for {@link #isThere}; throws when it did not work. WeCom
 * neither recognises a repeated message there nor lets us look for it.
 */
public interface GroupChat {

    /** Whether there is a group that could be written to. */
    boolean isThere(TeamId team);

    /**
     * Says something in the team's group and calls members by @.
     *
     * @param text plain, at most 2,048 bytes
     */
    void say(TeamId team, String text, List<UserId> mentioned);
}
