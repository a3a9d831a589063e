package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for; an empty part asks for everything.
 *
 * @param text part of the number or of the description, without regard to case
 * @param page from 0
 * @param size 1–200
 */
public record IssueQuery(
        Set<IssueStatus> statuses,
        Optional<UserId> handler,
        Optional<UserId> reporter,
        Optional<String> project,
        Optional<String> text,
        int page,
        int size) {

    /**
     * @throws IllegalArgumentException when page or size are out of range
     */
    public IssueQuery {
        if (page < 0 || size < 1 || size > 200) {
            throw new IllegalArgumentException("page from 0, size 1 to 200");
        }
    }
}
