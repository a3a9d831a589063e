package io.issueloop.collaboration;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * WeCom's own to-dos. Remote: every method may take seconds and throws when it did not work. Only a
 * page in WeCom can create one, except through a gateway that offers it.
 */
public interface TodoList {

    /** Reads a to-do; empty when it does not exist any more, or is not one of ours. */
    Optional<State> find(String todoId);

    /** Marks it done, or open again; false when it does not exist any more. */
    boolean mark(String todoId, boolean done);

    /**
     * Creates one through the tenant's gateway. There is no way to find out whether a call without
     * answer took effect.
     *
     * @return its id; empty where the gateway names none, and it cannot be kept in step
     */
    Optional<String> create(UserId owner, String title, Instant deadline);

    /**
     * @param creator who made it
     * @param attendees who takes part, and whether they are done with it
     */
    record State(boolean done, String creator, Map<String, Boolean> attendees) {

        /** Whether it is this person's. */
        boolean concerns(UserId user) {
            return creator.equals(user.value()) || attendees.containsKey(user.value());
        }

        /** Whether this person is done with it; without a share of their own the whole counts. */
        boolean isDoneBy(UserId user) {
            return attendees.getOrDefault(user.value(), done);
        }
    }
}
