package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import java.util.HashMap;
import java.util.List;

/** {@code apply_data.contents} against the template's controls. */
final class Contents {

    private final Values values;

    Contents(Values values) {
        this.values = values;
    }

    /** What was filled in, in the template's order; required controls must be among it. */
    ArrayNode read(List<Control> controls, List<Input> given) {
        var filled = readAll(controls, given);
        for (var control : controls) {
            boolean missing = Json.objects(filled).stream().noneMatch(c -> isOf(c, control));
            if (control.isRequired() && missing) {
                throw Wrong.form("required control has no value: " + control.id());
            }
        }
        return filled;
    }

    ArrayNode readAll(List<Control> controls, List<Input> given) {
        var byId = new HashMap<String, Input>();
        for (var content : given) {
            var id = content.text("id");
            var control =
                    controls.stream()
                            .filter(c -> c.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> Wrong.form("invalid control id " + id));
            if (!content.text("control").equals(control.kind())) {
                throw Wrong.form("control of " + id + " is " + control.kind());
            }
            if (byId.put(id, content) != null) {
                throw Wrong.form("control given twice: " + id);
            }
        }
        var filled = Json.array();
        for (var control : controls) {
            if (byId.containsKey(control.id())) {
                filled.add(content(control, byId.get(control.id()).object("value")));
            }
        }
        return filled;
    }

    private ObjectNode content(Control control, Input value) {
        var content = Json.object().put("control", control.kind()).put("id", control.id());
        content.set("title", control.title());
        content.set("value", values.read(control, value));
        return content.put("hidden", 0);
    }

    private static boolean isOf(ObjectNode content, Control control) {
        return content.path("id").asText().equals(control.id());
    }
}
