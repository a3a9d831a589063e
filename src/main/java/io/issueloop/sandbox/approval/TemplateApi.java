package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;

/** Templates, pages 97437, 97438 and 91982. */
final class TemplateApi implements Endpoints.Area {

    private final Templates templates;
    private final Console console;

    TemplateApi(Templates templates, Console console) {
        this.templates = templates;
        this.console = console;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("oa/approval/create_template", this::create)
                .post("oa/approval/update_template", this::update)
                .post("oa/gettemplatedetail", this::detail);
    }

    private Reply create(Call call) {
        requireAllowed();
        var body = call.body();
        var controls = Wrong.template(() -> controls(body));
        return Reply.ok()
                .with("template_id", templates.add(body.json().get("template_name"), controls));
    }

    private Reply update(Call call) {
        requireAllowed();
        var body = call.body();
        var id = Wrong.template(() -> body.text("template_id"));
        if (templates.find(id).isEmpty()) {
            throw Wrong.template("template_id " + id);
        }
        var controls = Wrong.template(() -> controls(body));
        templates.save(id, body.json().get("template_name"), controls);
        return Reply.ok();
    }

    private void requireAllowed() {
        if (!console.isCallable()) {
            throw new ApiError(301088, "no permission");
        }
    }

    private static JsonNode controls(Input body) {
        ControlRules.texts(body, "template_name", 40);
        var content = body.object("template_content").requireList("controls");
        var rules = new ControlRules();
        content.objects("controls", 200).forEach(rules::check);
        return content.json().get("controls");
    }

    private Reply detail(Call call) {
        console.require();
        var template = templates.require(Wrong.form(() -> call.body().text("template_id")));
        var content = Json.object();
        content.set("controls", asShown(template.path("controls")));
        return Reply.ok()
                .with("template_names", template.get("template_name"))
                .with("template_content", content);
    }

    /** Here the texts of an option are an array; at creation they are one object. */
    private static JsonNode asShown(JsonNode controls) {
        var shown = Json.array();
        for (var control : Json.objects(controls)) {
            var property = (ObjectNode) control.get("property");
            property.put("require", property.path("require").asInt());
            property.put("un_print", property.path("un_print").asInt());
            if (control.path("config").path("selector") instanceof ObjectNode selector) {
                selector.put("exp_type", 0);
                Json.objects(selector.path("options"))
                        .forEach(o -> o.set("value", Json.array().add(o.path("value"))));
            }
            if (control.path("config").path("table") instanceof ObjectNode table) {
                table.set("children", asShown(table.path("children")));
            }
            shown.add(control);
        }
        return shown;
    }
}
