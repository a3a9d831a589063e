package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A year of issues with realistic histories, written straight into the fact tables by {@code
 * histories.sql}: the same numbers give the same year, which ends now.
 *
 * @param issues reported evenly over the year
 * @param members in teams of fifty
 */
record Histories(int issues, int members) {

    void writeTo(DatabaseConnection database) {
        var end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute(
                    "set bench.issues = %d; set bench.members = %d; set bench.begins = '%s'; set bench.ends = '%s'"
                            .formatted(issues, members, end.minus(365, ChronoUnit.DAYS), end));
            statement.execute(text("histories.sql"));
            // as autovacuum would have done in that year
            statement.execute("vacuum (analyze) issue_event");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * So many issues resolved lately get something new: half a rating, half are opened again.
     *
     * @param salt chooses other issues each time
     */
    static void change(DatabaseConnection database, int count, int salt) {
        try (var connection = database.open();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                                select issue_no, case when row_number() over () % 2 = 0 then 'RATED' else 'REOPENED' end,
                                       who, now(), now(), '{"stars": 5, "reason": "复现"}'
                                  from (select e.issue_no, r.actor as who from issue_event e
                                          join issue_event r on r.issue_no = e.issue_no and r.type = 'REPORTED'
                                         where e.type = 'RESOLVED'
                                         order by e.occurred_at > now() - interval '20 days' desc,
                                                  hashtextextended(e.issue_no, ?)
                                         limit ?) lately
                                """)) {
            statement.setInt(1, salt);
            statement.setInt(2, count);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A script beside the benchmark. */
    static String text(String name) {
        try (var file = Histories.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
