package io.issueloop.collaboration.weekly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A person's or a team's week.
 *
 * @param subject name of the person or the team
 * @param writers members of the team who wrote a journal in the week; of a person 0 or 1
 * @param members of the team; of a person 1
 */
public record WeeklySheet(
        Week week,
        String subject,
        Instant from,
        Instant to,
        List<WeeklyLine> lines,
        int writers,
        int members,
        Optional<String> documentUrl) {

    public List<WeeklyLine> those(Predicate<WeeklyLine> which) {
        return lines.stream().filter(which).toList();
    }

    public int count(Predicate<WeeklyLine> which) {
        return those(which).size();
    }

    /** Stars on average; empty when nobody gave any. */
    public OptionalDouble stars() {
        return lines.stream().flatMap(line -> line.stars().stream()).mapToInt(s -> s).average();
    }
}
