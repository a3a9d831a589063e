package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
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
    private final PerMinute perMember;
    private final PerMinute inBatches;

    WorkbenchApi(Store store, Settings settings, Contacts contacts, SandboxClock clock) {
        this.perMember = new PerMinute(clock, 10);
        this.inBatches = new PerMinute(clock, 100_000);
        this.workbench = store.table("workbench");
        this.settings = settings;
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("agent/set_workbench_template", this::template)
                .post("agent/get_workbench_template", this::currentTemplate)
                .post("agent/set_workbench_data", this::data)
                .post("agent/batch_set_workbench_data", this::batch)
                .post("agent/get_workbench_data", this::currentData);
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
        var body = call.body();
        requireAgent(body);
        var userid = body.text("userid");
        requireVisible(userid);
        requirePanel(body, body.text("type"));
        perMember.count(userid, 1);
        keep(userid, body);
        return Reply.ok();
    }

    private Reply batch(Call call) {
        var body = call.body();
        requireAgent(body);
        var userids = body.requireList("userid_list").texts("userid_list", 1000);
        userids.forEach(this::requireVisible);
        var data = body.object("data");
        requirePanel(data, data.text("type"));
        inBatches.count("", userids.size());
        userids.forEach(userid -> keep(userid, data));
        return Reply.ok();
    }

    private void keep(String userid, Input data) {
        var type = data.text("type");
        workbench.put("user/" + userid, data.json().deepCopy().retain("type", type));
    }

    /** What was set for the member, or nothing. */
    private Reply currentData(Call call) {
        requireAgent(call.body());
        var userid = call.body().text("userid");
        requireVisible(userid);
        return Reply.ok().withAll(workbench.get("user/" + userid).orElse(Json.object()));
    }

    private void requireVisible(String userid) {
        if (!contacts.sees(userid)) {
            throw new ApiError(60021, "userid not in app's visible range");
        }
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
            for (var item : panel.requireList("items").objects("items", 3)) {
                requireBytes(item, "title", 128);
                requireBytes(item, "jump_url", 1024);
            }
        } else {
            panel.text("url");
            requireBytes(panel, "jump_url", 1024);
            panel.oneOf("height", "single_row", List.of("single_row", "double_row"));
            panel.flag("hide_title", false);
            panel.flag("enable_webview_click", false);
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
