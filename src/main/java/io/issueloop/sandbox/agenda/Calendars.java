package io.issueloop.sandbox.agenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;

/** The app's calendars. Schedules without one go to its default calendar. */
public final class Calendars {

    private static final String DEFAULT = "default";

    private final Table calendars;
    private final Ids ids;

    Calendars(Store store, Ids ids) {
        this.calendars = store.table("calendars");
        this.ids = ids;
    }

    String newId() {
        return ids.random("wc", 30);
    }

    void save(ObjectNode calendar) {
        calendars.put(calendar.path("cal_id").asText(), calendar);
    }

    void remove(String id) {
        calendars.remove(id);
    }

    public Optional<ObjectNode> find(String id) {
        return calendars.get(id);
    }

    public List<ObjectNode> all() {
        return calendars.all();
    }

    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> ApiError.invalid("invalid cal_id: " + id));
    }

    String defaultId() {
        var known = calendars.get(DEFAULT);
        if (known.isEmpty()) {
            var calendar = Json.object().put("cal_id", DEFAULT).put("summary", "应用日历");
            save(calendar.put("color", "#2F7DFF"));
        }
        return DEFAULT;
    }
}
