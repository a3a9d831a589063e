package io.issueloop.sandbox.approval;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import java.util.List;
import java.util.Map;

/**
 * What may stand in a control, checked as page 91853 gives it and turned into what page 91983
 * shows. PhoneNumber, BankAccount and Tips have no value there and are refused.
 */
final class Values {

    /** One form's values are read by one of these. */
    interface Reading {
        JsonNode of(Control control, Input value);
    }

    private static final List<String> EMPTY_PARTS =
            List.of("tips", "members", "departments", "files", "children", "stat_field");

    private final Map<String, Reading> readings;

    Values(References references) {
        var linked = new LinkedValues(references);
        this.readings =
                Map.ofEntries(
                        entry("Text", (c, v) -> line(v)),
                        entry("Textarea", (c, v) -> part("text", v.text("text"))),
                        entry("Number", (c, v) -> decimal(v, "new_number")),
                        entry("Money", (c, v) -> decimal(v, "new_money")),
                        entry("Date", TimeValues::date),
                        entry("DateRange", TimeValues::range),
                        entry("Attendance", TimeValues::attendance),
                        entry("Vacation", TimeValues::vacation),
                        entry("Selector", Values::selector),
                        entry("Contact", linked::contact),
                        entry("File", linked::files),
                        entry("Location", (c, v) -> location(v)),
                        entry("RelatedApproval", linked::related),
                        entry("Table", this::table));
    }

    /** The value as shown later, with the empty parts WeCom adds. */
    ObjectNode read(Control control, Input value) {
        var reading = readings.get(control.kind());
        if (reading == null) {
            throw Wrong.form("control " + control.kind() + " takes no value");
        }
        var shown = (ObjectNode) reading.of(control, value);
        EMPTY_PARTS.stream().filter(name -> !shown.has(name)).forEach(shown::putArray);
        return shown;
    }

    static ObjectNode part(String name, Object value) {
        var json = Json.object();
        json.set(name, value instanceof JsonNode node ? node : Json.MAPPER.valueToTree(value));
        return json;
    }

    private static JsonNode line(Input value) {
        if (value.text("text").contains("\n")) {
            throw Wrong.form("Text has a line break");
        }
        return part("text", value.text("text"));
    }

    private static JsonNode decimal(Input value, String name) {
        if (!value.text(name).matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw Wrong.form(name + " is not a number");
        }
        return part(name, value.text(name));
    }

    private static JsonNode selector(Control control, Input value) {
        var config = control.config("selector");
        var given = value.object("selector");
        var chosen = given.requireList("options").objects("options", 1000);
        boolean single = config.path("type").asText().equals("single");
        if (!given.text("type").equals(config.path("type").asText())
                || single && chosen.size() > 1) {
            throw Wrong.form("selector is of another type: " + control.id());
        }
        var shown = Json.object().put("type", given.text("type"));
        var options = shown.putArray("options");
        for (var choice : chosen) {
            var option = option(config.path("options"), choice.text("key"));
            var texts = Json.array().add(option.path("value"));
            options.addObject().put("key", choice.text("key")).set("value", texts);
        }
        return part("selector", shown);
    }

    private static JsonNode option(JsonNode options, String key) {
        for (var option : options) {
            if (option.path("key").asText().equals(key)) {
                return option;
            }
        }
        throw Wrong.form("invalid option key " + key);
    }

    private static JsonNode location(Input value) {
        var location = value.object("location");
        for (var name : List.of("latitude", "longitude")) {
            if (!location.text(name).matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
                throw Wrong.form("invalid " + name);
            }
        }
        location.text("title");
        location.text("address");
        location.number("time");
        return part("location", location.json());
    }

    private JsonNode table(Control control, Input value) {
        var shown = Json.array();
        for (var row : value.requireList("children").objects("children", 200)) {
            var cells = row.requireList("list").objects("list", 100);
            var list = new Contents(this).readAll(control.children(), cells);
            if (list.size() != control.children().size()) {
                throw Wrong.form("a row of " + control.id() + " lacks a control");
            }
            shown.add(part("list", list));
        }
        return part("children", shown);
    }
}
