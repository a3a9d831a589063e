package io.issueloop.shared;

/** A team: the id of a WeCom department with members. */
public record TeamId(long value) {

    public static TeamId of(long value) {
        return new TeamId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
