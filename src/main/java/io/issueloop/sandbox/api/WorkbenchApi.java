package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The app's panel on the workbench, page 92535. */
final class WorkbenchApi implements Endpoints.Area {

    private static final List<String> TYPES = List.of("keydata", "image", "list", "webview");

    private final Table workbench;
    private final Settings settings;
    private final Contacts contacts;

    WorkbenchApi(Store store, Settings settings, Contacts contacts) {
        this.workbench = store.table("workbench");
        this.settings = settings;
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("agent/set_workbench_template", this::template)
                .post("agent/get_workbench_template", this::currentTemplate)
                .post("agent/set_workbench_data", this::data);
    }

    private Reply template(Call call) {
        requireAgent(call.body());
        var type = call.body().text("type");
        if (!type.equals("normal")) {
            requirePanel(call.body(), type);
        }
        if (call.body().flag("replace_user_data", false)) {
            workbench.removeStartingWith("user/");
        }
        workbench.put("template", call.body().json());
        return Reply.ok();
    }

    private Reply currentTemplate(Call call) {
        requireAgent(call.body());
        var reply = Reply.ok().with("type", "normal");
        workbench.get("template").ifPresent(reply::withAll);
        return reply;
    }

    private Reply data(Call call) {
        requireAgent(call.body());
        var userid = call.body().text("userid");
        if (!contacts.sees(userid)) {
            throw new ApiError(60021, "userid not in app's visible range");
        }
        requirePanel(call.body(), call.body().text("type"));
        workbench.put("user/" + userid, call.body().json());
        return Reply.ok();
    }

    private static void requirePanel(Input body, String type) {
        if (!TYPES.contains(type)) {
            throw ApiError.invalid("unknown type: " + type);
        }
        var panel = body.object(type);
        if (type.equals("keydata")) {
            for (var item : panel.requireList("items").objects("items", 4)) {
                requireBytes(item, "key", 64);
                requireBytes(item, "data", 64);
                requireBytes(item, "jump_url", 1024);
            }
        } else if (type.equals("list")) {
            panel.requireList("items")
                    .objects("items", 3)
                    .forEach(item -> requireBytes(item, "title", 128));
        } else {
            panel.text("url");
        }
    }

    private static void requireBytes(Input item, String name, int bytes) {
        if (item.text(name, "").getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw ApiError.invalid(name + " longer than " + bytes + " bytes");
        }
    }

    private void requireAgent(Input body) {
        if (body.number("agentid") != settings.agentId()) {
            throw new ApiError(40056, "invalid agentid");
        }
    }
}
