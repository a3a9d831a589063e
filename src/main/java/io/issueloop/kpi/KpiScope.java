package io.issueloop.kpi;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Optional;

/** Whose number it is: {@code all}, {@code team:2} or {@code person:zhangwei} (design.md §3). */
public record KpiScope(Kind kind, String id) {

    /** What a scope is made of. */
    public enum Kind {
        ALL,
        TEAM,
        PERSON
    }

    public static final KpiScope ALL = new KpiScope(Kind.ALL, "");

    public static KpiScope team(TeamId team) {
        return new KpiScope(Kind.TEAM, team.toString());
    }

    public static KpiScope person(UserId person) {
        return new KpiScope(Kind.PERSON, person.value());
    }

    /**
     * @throws IllegalArgumentException when the text is no scope
     */
    public static KpiScope of(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        if (text.matches("team:\\d{1,18}")) {
            return team(TeamId.of(Long.parseLong(text.substring(5))));
        }
        if (text.startsWith("person:")) {
            return person(UserId.of(text.substring(7)));
        }
        throw new IllegalArgumentException("not a scope: " + text);
    }

    public Optional<TeamId> team() {
        return kind == Kind.TEAM ? Optional.of(TeamId.of(Long.parseLong(id))) : Optional.empty();
    }

    public Optional<UserId> person() {
        return kind == Kind.PERSON ? Optional.of(UserId.of(id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case ALL -> "all";
            case TEAM -> "team:" + id;
            case PERSON -> "person:" + id;
        };
    }
}
