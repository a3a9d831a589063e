package io.issueloop.process.work;

import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Who does the steps of some process while whoever holds them is away. One bean per kind of step
 * the domain lets a substitute do; steps nobody names are never given to one.
 */
public interface StandIns {

    /** Ids of user tasks, the same in every version of their model. */
    Set<String> steps();

    /** Who does the step today; empty where its holder does, or nobody else may. */
    Optional<UserId> standIn(String businessKey, String step, UserId holder);
}
