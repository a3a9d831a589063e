package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;

/** The corp's approval templates: {@code {template_id, template_name, controls}}. */
public final class Templates {

    /** WeCom has a limit (301087) and does not publish it; this one is ours. */
    private static final int MOST = 500;

    private final Table templates;
    private final Ids ids;

    Templates(Store store, Ids ids) {
        this.templates = store.table("approval_templates");
        this.ids = ids;
    }

    public List<ObjectNode> all() {
        return templates.all();
    }

    String add(JsonNode names, JsonNode controls) {
        if (templates.countStartingWith("") >= MOST) {
            throw new ApiError(301087, "too many templates");
        }
        var id = ids.random("3T", 40);
        save(id, names, controls);
        return id;
    }

    void save(String id, JsonNode names, JsonNode controls) {
        if (all().stream().anyMatch(other -> isNamesake(other, id, names))) {
            throw Wrong.template("template_name is not unique");
        }
        var template = Json.object().put("template_id", id);
        template.set("template_name", names);
        template.set("controls", controls);
        templates.put(id, template);
    }

    Optional<ObjectNode> find(String id) {
        return templates.get(id);
    }

    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> Wrong.form("invalid template_id " + id));
    }

    static String name(JsonNode template) {
        return template.path("template_name").path(0).path("text").asText();
    }

    private static boolean isNamesake(JsonNode other, String id, JsonNode names) {
        return !other.path("template_id").asText().equals(id)
                && name(other).equals(names.path(0).path("text").asText());
    }
}
