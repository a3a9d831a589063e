package io.issueloop.standalone;

/**
 * The application will not start in these circumstances; the message says in Chinese what is wrong
 * and what to do, and is all that is printed.
 */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
