package io.issueloop.delivery;

/**
 * Borne by what an effect throws when repeating it would be in vain until a person has changed
 * something: it becomes an incident at once (trust.md §1 "Errcodes").
 */
public interface InVain {

    /** Whether this one is; a cause nobody knows is worth its retries. */
    boolean isInVain();
}
