package io.issueloop.collaboration.review;

import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviews ask of a person: to lead one, to write down what came of it, to carry out. */
@Service
@Transactional(readOnly = true)
public class ReviewDesk {

    private final ReviewStore reviews;
    private final Measures measures;
    private final Absences absences;

    ReviewDesk(ReviewStore reviews, Measures measures, Absences absences) {
        this.reviews = reviews;
        this.measures = measures;
        this.absences = absences;
    }

    /**
     * @param what the review's topic, or the improvement
     * @param startsAt of a review to lead; absent for an improvement
     * @param dueOn of an improvement; absent for a review
     */
    public record Todo(
            String reviewKey, String what, Optional<Instant> startsAt, Optional<LocalDate> dueOn) {}

    /** Reviews to lead first; then the same of everybody this person acts for today. */
    public List<Todo> of(UserId person) {
        return Stream.concat(
                        Stream.of(person),
                        absences.substitutedBy(person).stream().map(Absence::user))
                .flatMap(this::own)
                .toList();
    }

    private Stream<Todo> own(UserId person) {
        var leading =
                reviews.openOf(person).stream()
                        .map(
                                one ->
                                        new Todo(
                                                one.key(),
                                                one.topic(),
                                                Optional.of(one.startsAt()),
                                                Optional.empty()));
        var owned =
                measures.openOf(person).stream()
                        .map(
                                one ->
                                        new Todo(
                                                one.reviewKey(),
                                                one.measure().title(),
                                                Optional.empty(),
                                                Optional.of(one.measure().dueOn())));
        return Stream.concat(leading, owned);
    }
}
