package io.issueloop.model;

/**
 * One difference between two contents of a model.
 *
 * @param text Chinese: what it was and what it is
 */
public record Change(Kind kind, String elementId, String elementName, String text) {

    /** What happened to the element; MOVED is drawing only. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
