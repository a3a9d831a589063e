package io.issueloop.issue;

/**
 * A page of a list of issues.
 *
 * @param page from 0
 * @param size 1–200
 */
public record IssueQuery(IssueFilter filter, IssueOrder order, int page, int size) {

    /**
     * @throws IllegalArgumentException when page or size are out of range
     */
    public IssueQuery {
        if (page < 0 || size < 1 || size > 200) {
            throw new IllegalArgumentException("page from 0, size 1 to 200");
        }
    }

    /** The first page, newest first. */
    public static IssueQuery of(IssueFilter filter, int size) {
        return new IssueQuery(filter, IssueOrder.NEWEST_FIRST, 0, size);
    }
}
