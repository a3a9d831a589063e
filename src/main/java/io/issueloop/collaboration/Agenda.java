package io.issueloop.collaboration;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Calendar entries of the application in WeCom. Remote: every method may take seconds and throws
 * when it did not work.
 */
public interface Agenda {

    /** Adds an entry and returns its id. */
    String add(Entry entry);

    /** Changes an entry; false when it does not exist any more. */
    boolean change(String entryId, Entry entry);

    /** Removes an entry; an entry that does not exist any more is no error. */
    void remove(String entryId);

    /**
     * Looks up an entry by the key in its description, so that a lost answer does not make a second
     * one.
     */
    Optional<String> find(TeamId team, String key);

    /**
     * @param key kept in the description, e.g. the issue number
     * @param team whose calendar it goes into
     * @param remindBefore seconds before {@code start}, each one of 0, 300, 900, 3600, 86400 (page
     *     93648)
     */
    record Entry(
            String key,
            TeamId team,
            String summary,
            String description,
            Instant start,
            Instant end,
            List<UserId> attendees,
            List<Integer> remindBefore) {}
}
