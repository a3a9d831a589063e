package io.issueloop.process.access;

import java.util.Set;

/**
 * A member as the engine's identity tables know them.
 *
 * @param userId WeCom userid, 1–64 characters of {@code A-Za-z0-9_-@.}
 * @param displayName name shown in Tasklist, usually Chinese
 * @param groups ids of {@link Groups} or of teams; empty locks the person out
 */
public record EngineUser(String userId, String displayName, Set<String> groups) {

    public EngineUser {
        groups = Set.copyOf(groups);
    }
}
