package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Booked meetings of the application in WeCom. Remote: every method may take seconds and throws
 * when it did not work.
 */
public interface Meetings {

    /** Books it; WeCom invites the participants. */
    Booking book(Meeting meeting);

    /** Changes one that was booked; false when it does not exist any more. */
    boolean change(String meetingId, Meeting meeting);

    /** Looks for it by its key, so that a lost answer does not make a second one. */
    Optional<Booking> find(Meeting meeting);

    /**
     * @param key stands in the description
     * @param title at most 20 characters
     * @param description at most 500 characters
     * @param participants at most 100, the host first
     */
    record Meeting(
            String key,
            String title,
            String description,
            Instant startsAt,
            Duration length,
            List<UserId> participants) {}
}
