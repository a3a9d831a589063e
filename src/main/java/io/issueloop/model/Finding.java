package io.issueloop.model;

/**
 * Something about a model its author should know.
 *
 * @param elementId the element it is about, as in the diagram
 * @param elementName what people call it; may be empty
 * @param text Chinese
 */
public record Finding(Level level, String elementId, String elementName, String text) {

    /** An error keeps the model from being deployed, a warning does not. */
    public enum Level {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    @Override
    public String toString() {
        return "「%s」：%s".formatted(elementName.isEmpty() ? elementId : elementName, text);
    }
}
