package io.issueloop.issue;

/** How a list of issues is ordered; only by columns named here. */
public record IssueOrder(Column by, boolean descending) {

    public static final IssueOrder NEWEST_FIRST = new IssueOrder(Column.REPORTED_AT, true);

    /** What may be sorted by; urgency and status in their natural order, not the alphabet's. */
    public enum Column {
        ISSUE_NO("issue_no"),
        STATUS(
                "array_position(array['REPORTED','TRIAGE','AWAITING_APPROVAL','ASSIGNED','HANDLING','PAUSED','RESOLVED','CLOSED','CANCELLED','INVALID'], status)"),
        URGENCY("array_position(array['LOW','MEDIUM','HIGH','URGENT'], urgency)"),
        CATEGORY("category"),
        PROJECT("project"),
        TEAM("(select t.name from team t where t.team_id = issue.team_id)"),
        HANDLER("(select m.name from member m where m.user_id = issue.handler)"),
        REPORTER("(select m.name from member m where m.user_id = issue.reporter)"),
        REPORTED_AT("reported_at"),
        DUE_AT("due_at"),
        RESOLVED_AT("resolved_at"),
        CLOSED_AT("closed_at"),
        STARS("stars");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    /** What is missing comes last, whichever way; the number decides between equals. */
    String sql() {
        var way = descending ? " desc" : " asc";
        // reported_at is never missing: "nulls last" would only keep the index from being used
        var last = by == Column.REPORTED_AT || by == Column.ISSUE_NO ? "" : " nulls last";
        return " order by " + by.sql + way + last + ", issue_no" + way;
    }
}
