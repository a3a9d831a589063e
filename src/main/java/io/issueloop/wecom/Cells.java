package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cells as WeCom writes them, a different form for every field type (page 99907). */
final class Cells {

    /** {@code id_type} of a member; others are external contacts, applications, automations. */
    private static final int MEMBER = 1;

    private Cells() {}

    /** {@code null} empties the cell. */
    static @Nullable Object wire(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text(text.value());
        } else if (cell instanceof Cell.Choice choice) {
            return choice.label().isEmpty() ? List.of() : List.of(Map.of("text", choice.label()));
        } else if (cell instanceof Cell.Person person) {
            return List.of(Map.of("user_id", person.userId().value()));
        } else if (cell instanceof Cell.Time time) {
            return Long.toString(time.value().toEpochMilli());
        } else if (cell instanceof Cell.Number number) {
            return number.value();
        } else if (cell instanceof Cell.Flag flag) {
            return flag.value();
        }
        return null;
    }

    static List<Map<String, String>> text(String value) {
        return value.isEmpty() ? List.of() : List.of(Map.of("type", "text", "text", value));
    }

    /** Several runs of a text, links among them, or the chosen option. */
    static String text(@Nullable JsonNode cell) {
        if (cell == null || cell.isNull()) {
            return "";
        }
        if (!cell.isArray()) {
            return cell.asText();
        }
        var joined = new StringBuilder();
        cell.forEach(
                run -> joined.append(run.isObject() ? run.path("text").asText() : run.asText()));
        return joined.toString();
    }

    static boolean flag(@Nullable JsonNode cell) {
        return cell != null && cell.asBoolean(false);
    }

    /** The first member in the cell; other authors than members have no userid of ours. */
    static Optional<UserId> person(@Nullable JsonNode cell) {
        var user = cell != null && cell.isArray() ? cell.path(0) : cell;
        if (user == null || user.path("id_type").asInt(MEMBER) != MEMBER) {
            return Optional.empty();
        }
        var userid = user.isTextual() ? user.asText() : user.path("user_id").asText("");
        return userId(userid);
    }

    /** Empty for what cannot be a userid. */
    static Optional<UserId> userId(String text) {
        try {
            return Optional.of(UserId.of(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    static Instant time(String milliseconds) {
        return milliseconds.matches("\\d{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(milliseconds))
                : Instant.EPOCH;
    }
}
