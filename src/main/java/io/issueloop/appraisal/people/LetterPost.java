package io.issueloop.appraisal.people;

import io.issueloop.delivery.Deliveries;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Component;

/** Asks for letters in the transaction of what happened; they are written when they are sent. */
@Component
public class LetterPost {

    private final Deliveries deliveries;

    LetterPost(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * @param turn tells two letters of one kind to one person apart
     */
    public void send(String key, String kind, UserId to, int turn) {
        deliveries.request(key, AppraisalLetterEffect.NAME, "%s/%s/%d".formatted(kind, to, turn));
    }
}
