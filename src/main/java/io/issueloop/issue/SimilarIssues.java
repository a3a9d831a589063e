package io.issueloop.issue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds issues that read alike. It only suggests; people confirm (kpi.md §3 T3). */
@Service
public class SimilarIssues {

    private static final int SHORTEST = 2;
    private static final int AT_MOST = 5;

    private final JdbcClient jdbc;
    private final IssuesInHand issues;

    SimilarIssues(JdbcClient jdbc, IssuesInHand issues) {
        this.jdbc = jdbc;
        this.issues = issues;
    }

    /**
     * @param score 0–1, the higher the more alike
     */
    public record Similar(Issue issue, double score) {}

    /** At most five issues like what somebody is typing, the most alike first. */
    public List<Similar> to(String text) {
        return find(text, "");
    }

    /** At most five other issues like this one. */
    public List<Similar> to(Issue issue) {
        return find(issue.description(), issue.no().value());
    }

    private List<Similar> find(String text, String except) {
        if (text.strip().length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("select issue_no, score from issue_similar(:text, :except, :limit)")
                .param("text", text.replace("\0", ""))
                .param("except", except)
                .param("limit", AT_MOST)
                .query(
                        (row, index) ->
                                new Similar(
                                        issues.get(IssueNo.of(row.getString("issue_no"))),
                                        row.getDouble("score")))
                .list();
    }
}
