package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;

/** Dates and spans: a Date's seconds are a string, a DateRange's are integers (page 91853). */
final class TimeValues {

    private TimeValues() {}

    static JsonNode date(Control control, Input value) {
        var date = value.object("date");
        requireType(control, date, control.config("date"));
        if (!date.text("s_timestamp").matches("\\d{9,11}")) {
            throw Wrong.form("s_timestamp is not unix seconds");
        }
        var shown = Json.object().put("type", date.text("type"));
        return Values.part("date", shown.put("s_timestamp", date.text("s_timestamp")));
    }

    static JsonNode range(Control control, Input value) {
        return Values.part("date_range", span(control, value, control.config("date_range")));
    }

    static JsonNode attendance(Control control, Input value) {
        return Values.part("attendance", leave(control, value, control.config("attendance")));
    }

    static JsonNode vacation(Control control, Input value) {
        var vacation = value.object("vacation");
        var selector = vacation.object("selector");
        selector.requireList("options").objects("options", 1).forEach(o -> o.text("key"));
        var shown = Json.object();
        shown.set("selector", selector.json());
        shown.set("attendance", leave(control, vacation, Json.object()));
        return Values.part("vacation", shown);
    }

    private static JsonNode leave(Control control, Input value, JsonNode config) {
        var attendance = value.object("attendance");
        long type = attendance.between("type", 0, 1, 5);
        if (config.path("type").asLong(type) != type) {
            throw Wrong.form("attendance is of another type: " + control.id());
        }
        var shown = Json.object().put("type", type);
        return shown.set("date_range", span(control, attendance, config.path("date_range")));
    }

    private static JsonNode span(Control control, Input value, JsonNode config) {
        var range = value.object("date_range");
        requireType(control, range, config);
        long begin = range.between("new_begin", 0, 1, Integer.MAX_VALUE);
        long end = range.between("new_end", 0, 1, Integer.MAX_VALUE);
        long duration = range.between("new_duration", 0, 1, Integer.MAX_VALUE);
        if (end < begin) {
            throw Wrong.form("new_end before new_begin");
        }
        return Json.object()
                .put("type", range.text("type"))
                .put("new_begin", begin)
                .put("new_end", end)
                .put("new_duration", duration);
    }

    private static void requireType(Control control, Input given, JsonNode config) {
        var type = given.text("type");
        if (!config.path("type").asText(type).equals(type)) {
            throw Wrong.form("type of " + control.id() + " is not the template's");
        }
    }
}
