package io.issueloop.model;

import java.util.List;
import java.util.Map;

/** What bringing running instances to another version asks of the engine. */
public interface MigrationEngine {

    /**
     * What would happen.
     *
     * @throws io.issueloop.shared.Refused when there is no such version
     */
    MigrationPlan plan(String process, int from, int to);

    /** What would happen to the instances of a version if the draft were deployed. */
    MigrationPlan planDraft(String process, int from, String content);

    /** Process instances on a version, oldest first. */
    List<Running> running(String process, int version, int most);

    /**
     * Moves at most so many instances, each in a transaction of its own.
     *
     * @throws io.issueloop.shared.Refused when a chosen step cannot take the place of another
     */
    MigrationResult migrate(Order order);

    /**
     * An order to move instances.
     *
     * @param instances those alone; empty: all of the version
     * @param except those that are not to be tried (again)
     * @param mapping for steps the other version does not have: the step of it people go on in, by
     *     ids
     */
    record Order(
            String process,
            int from,
            int to,
            List<String> instances,
            List<String> except,
            int most,
            Map<String, String> mapping) {}

    /**
     * A process instance.
     *
     * @param businessKey issue number; empty where there is none
     * @param steps names of the steps it waits at
     */
    record Running(String instance, String businessKey, List<String> steps) {}
}
