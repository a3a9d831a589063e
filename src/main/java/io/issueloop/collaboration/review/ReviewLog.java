package io.issueloop.collaboration.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueReviews;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happened to a review, for ever; for an issue's review among its events as well. */
@Component
class ReviewLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final IssueReviews issues;
    private final Clock clock;

    ReviewLog(JdbcClient jdbc, ObjectMapper json, IssueReviews issues, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.issues = issues;
        this.clock = clock;
    }

    /** The words of {@code review_event} and of {@code issue_event}. */
    enum What {
        SCHEDULED(IssueEventType.REVIEW_SCHEDULED),
        MOVED(IssueEventType.REVIEW_MOVED),
        CONCLUDED(IssueEventType.REVIEW_CONCLUDED),
        MEASURE_DONE(IssueEventType.MEASURE_DONE);

        private final IssueEventType ofIssue;

        What(IssueEventType ofIssue) {
            this.ofIssue = ofIssue;
        }
    }

    void append(Review review, What what, UserId actor, Map<String, Object> payload) {
        jdbc.sql(
                        """
                insert into review_event (review_key, type, actor, occurred_at, payload)
                values (:key, :type, :actor, :at, cast(:payload as jsonb))
                """)
                .param("key", review.key())
                .param("type", what.name())
                .param("actor", actor.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("payload", write(payload))
                .update();
        review.issueNo().ifPresent(no -> issues.record(no, what.ofIssue, actor, payload));
    }

    private String write(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload is not JSON", e);
        }
    }
}
