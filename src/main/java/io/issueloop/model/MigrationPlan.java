package io.issueloop.model;

import java.util.List;

/**
 * How running instances would come from one version to another.
 *
 * @param from version they are on
 * @param to version they would come to; 0: the draft that was not deployed
 * @param running instances on {@code from}
 * @param steps every step somebody or something may wait at
 */
public record MigrationPlan(int from, int to, long running, List<Step> steps) {

    /**
     * A step of the version they are on.
     *
     * @param elementId id in that version
     * @param name as people read it
     * @param target id in the other version; empty: there is none, whoever waits there stays unless
     *     a person chooses another step
     * @param waiting instances at this step now
     * @param choices steps of the other version a person may choose where {@code target} is empty
     * @param obstacle Chinese: why there are no choices; empty where there are or none is needed
     */
    public record Step(
            String elementId,
            String name,
            String target,
            long waiting,
            List<Choice> choices,
            String obstacle) {}

    /** A step of the other version. */
    public record Choice(String elementId, String name) {}
}
