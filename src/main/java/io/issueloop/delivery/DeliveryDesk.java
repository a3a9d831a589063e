package io.issueloop.delivery;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What process administrators see and do about deliveries and jobs that did not go well. */
public interface DeliveryDesk {

    /** Deliveries that are not over: failed ones first, then the oldest. */
    List<OpenDelivery> open(int most);

    /** Jobs of other processes that were given up, the oldest first. */
    List<Trouble> troubles(int most);

    /**
     * Another try, now; who asked for it is in the engine's log.
     *
     * @throws Refused when it is over, or its capability is not in the hands of the system
     */
    void retry(String id, UserId by);

    /**
     * Another try for all that failed, but not for those nobody knows whether they took effect.
     *
     * @return how many
     */
    int retryAll(UserId by);

    /**
     * Done by hand, as in the task 人工办理.
     *
     * @param reference id or link of the result, where one is wanted
     * @throws Refused when it is over, or the effect cannot use this reference
     */
    void done(String id, String reference, UserId by);

    /** Another try for a job of {@link #troubles}; a second time changes nothing. */
    void retryTrouble(String job, UserId by);

    /**
     * @param id of the delivery, known to this port only
     * @param problem why the last try failed, in words
     * @param nextTryAt absent when it has been given up or waits for a person
     * @param byHand whether it can be marked as done by hand
     * @param referenceWanted {@code NONE}, {@code OPTIONAL} or {@code REQUIRED}
     */
    record OpenDelivery(
            String id,
            String effect,
            String key,
            String subject,
            DeliveryHistory.State state,
            Instant since,
            Optional<String> problem,
            Optional<Instant> nextTryAt,
            boolean byHand,
            String referenceWanted) {}

    /**
     * @param process its name in Chinese
     * @param activity what failed, in Chinese where the model names it
     */
    record Trouble(
            String job,
            String key,
            String process,
            String activity,
            String problem,
            Instant since) {}
}
