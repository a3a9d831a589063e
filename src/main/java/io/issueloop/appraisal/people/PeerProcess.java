package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;

/** What peer rating asks of the engine; everything happens in the caller's transaction. */
public interface PeerProcess {

    /** Starts {@code peer_rating} for a quarter. */
    void start(Period quarter);

    /** While a round is open: one more rater gets a task, unless there is one. */
    void invited(Period quarter, UserId rater);

    /** The rater has rated everybody asked about: their task is done, if there is one. */
    void rated(Period quarter, UserId rater);
}
