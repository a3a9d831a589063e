package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.Done;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of improvements. */
@Component
class Measures {

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of a review, with the review's key. */
    public record Owned(String reviewKey, Measure measure) {}

    void add(String key, List<Measure> measures) {
        for (var measure : measures) {
            jdbc.sql(
                            """
                    insert into review_measure (review_key, number, title, owner, due_on)
                    values (:key, :number, :title, :owner, :due)
                    """)
                    .param("key", key)
                    .param("number", measure.number())
                    .param("title", measure.title())
                    .param("owner", measure.owner().value())
                    .param("due", measure.dueOn())
                    .update();
        }
    }

    List<Measure> of(String key) {
        return jdbc.sql("select * from review_measure where review_key = :key order by number")
                .param("key", key)
                .query(Measures::measure)
                .list();
    }

    /**
     * @throws IllegalArgumentException when there is none with this number
     */
    Measure get(String key, int number) {
        return of(key).stream()
                .filter(measure -> measure.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no measure " + number + " of " + key));
    }

    /** What this person is still to carry out, the most urgent first. */
    List<Owned> openOf(UserId owner) {
        return jdbc.sql(
                        "select * from review_measure where owner = :owner and done_at is null order by due_on")
                .param("owner", owner.value())
                .query((row, n) -> new Owned(row.getString("review_key"), measure(row, n)))
                .list();
    }

    /** False when it was done before. */
    boolean done(String key, int number, Done done) {
        return jdbc.sql(
                                """
                update review_measure set done_at = :at, done_by = :by, note = :note
                 where review_key = :key and number = :number and done_at is null
                """)
                        .param("key", key)
                        .param("number", number)
                        .param("at", ReviewStore.utc(done.at()))
                        .param("by", done.by().value())
                        .param("note", done.note())
                        .update()
                == 1;
    }

    private static Measure measure(ResultSet row, int index) throws SQLException {
        var by = Optional.ofNullable(row.getString("done_by")).map(UserId::of);
        var done =
                by.isEmpty()
                        ? Optional.<Done>empty()
                        : Optional.of(
                                new Done(
                                        by.get(),
                                        ReviewStore.instant(row, "done_at"),
                                        row.getString("note")));
        return new Measure(
                row.getInt("number"),
                row.getString("title"),
                UserId.of(row.getString("owner")),
                row.getObject("due_on", LocalDate.class),
                done);
    }
}
