package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an article.
 *
 * @param type CREATED, EDITED, SUBMITTED, RETURNED, PUBLISHED or WITHDRAWN; of a revision with
 *     REVISION_ before it
 * @param at UTC
 * @param comment what the reviewer said; may be empty
 * @param onBehalfOf whom they did it for, where that one was away
 */
public record ArticleEvent(
        String type, UserId actor, Instant at, String comment, Optional<UserId> onBehalfOf) {}
