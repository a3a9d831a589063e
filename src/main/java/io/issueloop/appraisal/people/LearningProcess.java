package io.issueloop.appraisal.people;

import io.issueloop.shared.UserId;

/** What learning plans ask of the engine; everything happens in the caller's transaction. */
public interface LearningProcess {

    /**
     * Asks a lead to decide; starts {@code learning_plan}.
     *
     * @param key a plan's number, or an item's
     */
    void ask(String key, UserId lead);

    /**
     * Completes 审核学习计划 on behalf of a person.
     *
     * @throws io.issueloop.shared.Refused when it is not open, or the rules refuse
     */
    void decide(String key, UserId actor, boolean agreed, String reason);
}
