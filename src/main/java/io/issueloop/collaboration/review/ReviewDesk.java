package io.issueloop.collaboration.review;

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

    ReviewDesk(ReviewStore reviews, Measures measures) {
        this.reviews = reviews;
        this.measures = measures;
    }

    /**
     * @param what the review's topic, or the improvement
     * @param startsAt of a review to lead; absent for an improvement
     * @param dueOn of an improvement; absent for a review
     */
    public record Todo(
            String reviewKey, String what, Optional<Instant> startsAt, Optional<LocalDate> dueOn) {}

    /** Reviews to lead first. */
    public List<Todo> of(UserId person) {
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
        return Stream.concat(leading, owned).toList();
    }
}
