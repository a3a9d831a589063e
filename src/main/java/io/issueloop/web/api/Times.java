package io.issueloop.web.api;

import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Instants as REST writes them: ISO-8601 at +08:00, whatever the zone of the machine. */
final class Times {

    private Times() {}

    static OffsetDateTime local(Instant instant) {
        return instant.atOffset(Zones.REPORTING_OFFSET);
    }

    /** A payload with its {@code …At} texts at +08:00; everything else stays as it was recorded. */
    static Map<String, Object> local(Map<String, Object> payload) {
        var shown = new LinkedHashMap<String, Object>();
        payload.forEach((key, value) -> shown.put(key, key.endsWith("At") ? local(value) : value));
        return shown;
    }

    private static Object local(Object value) {
        try {
            return local(OffsetDateTime.parse(value.toString()).toInstant());
        } catch (DateTimeParseException notAnInstant) {
            return value;
        }
    }
}
