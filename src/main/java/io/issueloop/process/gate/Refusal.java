package io.issueloop.process.gate;

/**
 * Why a model is not accepted (trust.md §2).
 *
 * @param elementId id of the element, or of the nearest one around it that has an id
 * @param reason Chinese sentence for the author of the model
 */
public record Refusal(String elementId, String reason) {

    @Override
    public String toString() {
        return "元素 %s：%s".formatted(elementId, reason);
    }
}
