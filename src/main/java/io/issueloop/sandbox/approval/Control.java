package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** One control of a template: {@code {property{control,id,title,…}, config}}, page 97437. */
record Control(ObjectNode json) {

    static List<Control> all(JsonNode controls) {
        return Json.objects(controls).stream().map(Control::new).toList();
    }

    String kind() {
        return json.path("property").path("control").asText();
    }

    String id() {
        return json.path("property").path("id").asText();
    }

    JsonNode title() {
        return json.path("property").path("title");
    }

    boolean isRequired() {
        return json.path("property").path("require").asInt() == 1;
    }

    /** A part of its settings, such as {@code selector}. */
    JsonNode config(String part) {
        return json.path("config").path(part);
    }

    List<Control> children() {
        return all(config("table").path("children"));
    }
}
