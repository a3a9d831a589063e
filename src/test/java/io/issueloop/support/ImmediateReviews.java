package io.issueloop.support;

import io.issueloop.collaboration.review.Review;
import io.issueloop.collaboration.review.ReviewProcess;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Stands in for the engine: the meeting is over at once, and every step is taken at once. */
public class ImmediateReviews implements ReviewProcess {

    private final ObjectProvider<Reviews> reviews;

    ImmediateReviews(ObjectProvider<Reviews> reviews) {
        this.reviews = reviews;
    }

    @Override
    public void start(Review review, Timing timing) {}

    @Override
    public void moved(String reviewKey, Timing timing) {}

    @Override
    public void conclude(String reviewKey, UserId actor, Map<String, Object> answers) {
        reviews.getObject()
                .conclude(
                        reviewKey,
                        actor,
                        answers.get("conclusions").toString(),
                        answers.get("measures").toString());
    }

    @Override
    public void measureDone(
            String reviewKey, int number, UserId actor, Map<String, Object> answers) {
        reviews.getObject().done(reviewKey, number, actor, answers.get("note").toString());
    }
}
