package io.issueloop.shared;

/**
 * A request a person made that the rules refuse. The message is Chinese, shown to that person as it
 * is, and says what to do instead; nothing has changed.
 */
public class Refused extends RuntimeException {

    public Refused(String messageForPeople) {
        super(messageForPeople);
    }

    /** The Chinese sentence for the person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
