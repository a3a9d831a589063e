package io.issueloop.pilot;

import io.issueloop.pilot.Feedback.Source;
import io.issueloop.pilot.Feedback.Words;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps what people say of the trial, for ever and once each, and sums it up. */
@Service
public class Feedbacks {

    private final JdbcClient jdbc;
    private final Clock clock;

    Feedbacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers whether it was new. */
    public boolean record(Feedback feedback) {
        return jdbc.sql(
                                """
                                insert into feedback (source, source_key, given_by, stars, most_useful, least_handy, advice,
                                                      given_at, recorded_at)
                                values (:source, :key, :by, :stars, :useful, :unhandy, :advice, :at, :now)
                                on conflict (source_key) do nothing
                                """)
                        .param("source", feedback.source().name())
                        .param("key", feedback.key())
                        .param("by", feedback.by().map(UserId::value).orElse(null))
                        .param("stars", feedback.stars())
                        .param("useful", feedback.words().mostUseful().strip())
                        .param("unhandy", feedback.words().leastHandy().strip())
                        .param("advice", feedback.words().advice().strip())
                        .param("at", feedback.at().atOffset(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * All there is.
     *
     * @param average two decimals; empty without answers
     * @param byStars how many gave 1, 2, 3, 4, 5
     */
    public record Summary(long count, Optional<BigDecimal> average, List<Long> byStars) {}

    public Summary summary() {
        var byStars =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(
                                stars ->
                                        jdbc.sql(
                                                        "select count(*) from feedback where stars = :stars")
                                                .param("stars", stars)
                                                .query(Long.class)
                                                .single())
                        .toList();
        long count = byStars.stream().mapToLong(Long::longValue).sum();
        long sum = IntStream.range(0, 5).mapToLong(n -> (n + 1) * byStars.get(n)).sum();
        var average =
                BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(Math.max(count, 1)), 2, RoundingMode.HALF_UP);
        return new Summary(count, count == 0 ? Optional.empty() : Optional.of(average), byStars);
    }

    /** The newest first. */
    public List<Feedback> latest(int count) {
        return jdbc.sql("select * from feedback order by given_at desc, id desc limit :count")
                .param("count", count)
                .query(Feedbacks::read)
                .list();
    }

    private static Feedback read(ResultSet row, int number) throws SQLException {
        return new Feedback(
                Source.valueOf(row.getString("source")),
                row.getString("source_key"),
                Optional.ofNullable(row.getString("given_by")).map(UserId::of),
                row.getInt("stars"),
                new Words(
                        row.getString("most_useful"),
                        row.getString("least_handy"),
                        row.getString("advice")),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
