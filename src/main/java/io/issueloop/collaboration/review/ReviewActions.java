package io.issueloop.collaboration.review;

import io.issueloop.shared.UserId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about a review through a page or REST: each completes the open task with the
 * answers its form would give, so that Tasklist shares one state. All of them throw {@link
 * io.issueloop.shared.Refused} when the step is not open or the rules refuse.
 */
@Service
@Transactional
public class ReviewActions {

    private final Reviews reviews;
    private final ReviewProcess process;

    ReviewActions(Reviews reviews, ReviewProcess process) {
        this.reviews = reviews;
        this.process = process;
    }

    /**
     * @param measures one a line: what；who；by when
     */
    public void conclude(String reviewKey, UserId actor, String conclusions, String measures) {
        reviews.lock(reviewKey);
        process.conclude(
                reviewKey, actor, Map.of("conclusions", conclusions, "measures", measures));
    }

    public void measureDone(String reviewKey, int number, UserId actor, String note) {
        reviews.lock(reviewKey);
        process.measureDone(reviewKey, number, actor, Map.of("note", note));
    }
}
