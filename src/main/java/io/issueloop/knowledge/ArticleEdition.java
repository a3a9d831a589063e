package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An earlier version of an article.
 *
 * @param number from 1
 * @param replacedAt UTC
 */
public record ArticleEdition(
        int number, ArticleText text, Optional<UserId> reviewer, Instant replacedAt) {}
