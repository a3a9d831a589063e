package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.AgendaItem;
import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.collaboration.review.Review.Conclusion;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of reviews and their agendas. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Review> find(String key) {
        return jdbc.sql("select * from review where review_key = :key")
                .param("key", key)
                .query(ReviewStore::review)
                .optional();
    }

    /** Locks it: who comes second sees what the first did. */
    Optional<Review> lock(String key) {
        return jdbc.sql("select * from review where review_key = :key for update")
                .param("key", key)
                .query(ReviewStore::review)
                .optional();
    }

    /** Those that are not concluded and whose lead is this person, the next first. */
    List<Review> openOf(UserId lead) {
        return jdbc.sql(
                        "select * from review where lead = :lead and concluded_at is null order by starts_at")
                .param("lead", lead.value())
                .query(ReviewStore::review)
                .list();
    }

    /** False when there is one with this key already. */
    boolean add(Review review, Optional<String> period) {
        return jdbc.sql(
                                """
                insert into review (review_key, issue_no, period, team_id, topic, reason, lead, participants, starts_at, revision)
                values (:key, :issueNo, :period, :team, :topic, :reason, :lead, string_to_array(:people, ','), :at, 1)
                on conflict (review_key) do nothing
                """)
                        .param("key", review.key())
                        .param("issueNo", review.issueNo().map(IssueNo::value).orElse(null))
                        .param("period", period.orElse(null))
                        .param("team", review.team().value())
                        .param("topic", review.topic())
                        .param("reason", review.reason())
                        .param("lead", review.lead().value())
                        .param("people", people(review.participants()))
                        .param("at", utc(review.startsAt()))
                        .update()
                == 1;
    }

    void addAgenda(String key, List<AgendaItem> items) {
        for (var item : items) {
            jdbc.sql("insert into review_agenda values (:key, :issueNo, :title, :reasons)")
                    .param("key", key)
                    .param("issueNo", item.issueNo().value())
                    .param("title", item.title())
                    .param("reasons", item.reasons())
                    .update();
        }
    }

    List<AgendaItem> agenda(String key) {
        return jdbc.sql("select * from review_agenda where review_key = :key order by issue_no")
                .param("key", key)
                .query(
                        (row, n) ->
                                new AgendaItem(
                                        IssueNo.of(row.getString("issue_no")),
                                        row.getString("title"),
                                        row.getString("reasons")))
                .list();
    }

    /** Whether the lead has another review in this hour. */
    boolean isTaken(UserId lead, Instant from, Instant to) {
        return jdbc.sql(
                        """
                select exists (select 1 from review where lead = :lead and concluded_at is null
                                  and starts_at < :to and starts_at > :before)
                """)
                .param("lead", lead.value())
                .param("to", utc(to))
                .param("before", utc(from.minus(Review.LENGTH)))
                .query(Boolean.class)
                .single();
    }

    void move(String key, Instant startsAt) {
        jdbc.sql(
                        "update review set starts_at = :at, revision = revision + 1 where review_key = :key")
                .param("key", key)
                .param("at", utc(startsAt))
                .update();
    }

    /** False when it was concluded before. */
    boolean conclude(String key, Conclusion conclusion) {
        return jdbc.sql(
                                """
                update review set conclusions = :text, concluded_by = :by, concluded_at = :at
                 where review_key = :key and concluded_at is null
                """)
                        .param("key", key)
                        .param("text", conclusion.text())
                        .param("by", conclusion.by().value())
                        .param("at", utc(conclusion.at()))
                        .update()
                == 1;
    }

    void keep(String key, Booking booking) {
        jdbc.sql("update review set meeting_id = :id, meeting_link = :link where review_key = :key")
                .param("key", key)
                .param("id", booking.meetingId())
                .param("link", booking.link())
                .update();
    }

    private static Review review(ResultSet row, int index) throws SQLException {
        var people = (String[]) row.getArray("participants").getArray();
        var concluded = Optional.ofNullable(row.getString("concluded_by"));
        var conclusion =
                concluded.isEmpty()
                        ? Optional.<Conclusion>empty()
                        : Optional.of(
                                new Conclusion(
                                        row.getString("conclusions"),
                                        UserId.of(concluded.get()),
                                        instant(row, "concluded_at")));
        var link = Optional.ofNullable(row.getString("meeting_link")).orElse("");
        return new Review(
                row.getString("review_key"),
                Optional.ofNullable(row.getString("issue_no")).map(IssueNo::of),
                TeamId.of(row.getLong("team_id")),
                row.getString("topic"),
                row.getString("reason"),
                UserId.of(row.getString("lead")),
                Arrays.stream(people).map(UserId::of).toList(),
                instant(row, "starts_at"),
                row.getInt("revision"),
                conclusion,
                Optional.ofNullable(row.getString("meeting_id")).map(id -> new Booking(id, link)));
    }

    private static String people(List<UserId> users) {
        return users.stream().map(UserId::value).collect(Collectors.joining(","));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
