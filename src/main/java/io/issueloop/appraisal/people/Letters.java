package io.issueloop.appraisal.people;

import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.Optional;

/** Writes the messages about one kind of thing, from what is true when they are sent. */
public interface Letters {

    /** What the business keys of these things begin with, e.g. {@code PEER-}. */
    String prefix();

    /**
     * Empty where there is nothing left to say.
     *
     * @param key the business key
     * @param kind one of the writer's own words
     */
    Optional<Notice> write(String key, String kind, UserId to);
}
