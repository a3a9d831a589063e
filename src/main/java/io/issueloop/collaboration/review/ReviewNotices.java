package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.ReviewNoticeEffect.Kind;
import io.issueloop.delivery.Deliveries;
import io.issueloop.shared.UserId;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Who is told what about a review; requested in the transaction of what happened, sent later. */
@Service
public class ReviewNotices {

    private final Deliveries deliveries;
    private final ReviewStore reviews;
    private final Measures measures;
    private final ReviewTimes times;

    ReviewNotices(
            Deliveries deliveries, ReviewStore reviews, Measures measures, ReviewTimes times) {
        this.deliveries = deliveries;
        this.reviews = reviews;
        this.measures = measures;
        this.times = times;
    }

    void invite(Review review) {
        deliveries.request(review.key(), MeetingEffect.NAME, "");
        review.participants().forEach(user -> notice(review, Kind.INVITATION, user, 1));
    }

    void moved(Review review) {
        deliveries.request(review.key(), MeetingEffect.NAME, "");
        review.participants().forEach(user -> notice(review, Kind.MOVED, user, review.revision()));
    }

    /** The meeting is over: the lead is to write down what came of it. */
    public void askForConclusions(String key) {
        var review = reviews.find(key).orElseThrow();
        notice(review, Kind.CONCLUDE, review.lead(), 1);
    }

    public void remindOfConclusions(String key) {
        var review = reviews.find(key).orElseThrow();
        notice(review, Kind.CONCLUDE_REMINDER, review.lead(), 1);
    }

    /** Tells the owner; answers who that is and when they are to be reminded. */
    public Asked askForMeasure(String key, int number) {
        var measure = measures.get(key, number);
        notice(reviews.find(key).orElseThrow(), Kind.MEASURE, measure.owner(), number);
        return new Asked(measure.owner(), times.remindOfMeasure(measure.dueOn()));
    }

    public void remindOfMeasure(String key, int number) {
        var measure = measures.get(key, number);
        notice(reviews.find(key).orElseThrow(), Kind.MEASURE_REMINDER, measure.owner(), number);
    }

    /** An improvement's owner, and when they are reminded of it. */
    public record Asked(UserId owner, Instant remindAt) {}

    private void notice(Review review, Kind kind, UserId to, int turn) {
        deliveries.request(
                review.key(), ReviewNoticeEffect.NAME, ReviewNoticeEffect.subject(kind, to, turn));
    }
}
