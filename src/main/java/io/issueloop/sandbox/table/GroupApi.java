package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.ArrayList;
import java.util.List;

/** Groups of fields (编组). A field belongs to one group at most. */
final class GroupApi implements Endpoints.Area {

    private static final int MOST = 150;

    private final Sheets sheets;

    GroupApi(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/smartsheet/add_field_group", this::add)
                .post("wedoc/smartsheet/update_field_group", this::update)
                .post("wedoc/smartsheet/delete_field_groups", this::delete)
                .post("wedoc/smartsheet/get_field_groups", this::list);
    }

    private Reply add(Call call) {
        var ref = sheets.require(call.body());
        var groups = new ArrayList<>(sheets.groups(ref));
        var group = Json.object().put("field_group_id", sheets.ids().random("g", 5));
        group.put("name", call.body().text("name"));
        group.set("children", children(ref, call.body(), groups, ""));
        groups.add(group);
        sheets.saveGroups(ref, groups);
        return Reply.ok().with("field_group", group);
    }

    private Reply update(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var groups = sheets.groups(ref);
        var group = find(groups, body.text("field_group_id"));
        group.put("name", body.text("name", group.path("name").asText()));
        if (body.has("children")) {
            group.set("children", children(ref, body, groups, id(group)));
        }
        sheets.saveGroups(ref, groups);
        return Reply.ok().with("field_group", group);
    }

    private Reply delete(Call call) {
        var ref = sheets.require(call.body());
        var groups = new ArrayList<>(sheets.groups(ref));
        for (var id : call.body().requireList("field_group_ids").texts("field_group_ids", MOST)) {
            groups.remove(find(groups, id));
        }
        sheets.saveGroups(ref, groups);
        return Reply.ok();
    }

    private Reply list(Call call) {
        var body = call.body();
        var groups = sheets.groups(sheets.require(body));
        int offset = (int) body.between("offset", 0, 0, Integer.MAX_VALUE);
        int limit = (int) body.between("limit", 0, 0, 1000);
        var page = groups.stream().skip(offset).limit(limit == 0 ? 1000 : limit).toList();
        int next = offset + page.size();
        return Reply.ok()
                .with("total", groups.size())
                .with("has_more", next < groups.size())
                .with("next", next)
                .with("field_groups", page);
    }

    private ArrayNode children(Ref ref, Input body, List<ObjectNode> groups, String own) {
        var children = Json.array();
        for (var child : body.objects("children", MOST)) {
            var id = child.text("field_id");
            Fields.find(sheets.fields(ref), id);
            boolean taken =
                    groups.stream()
                            .filter(group -> !id(group).equals(own))
                            .anyMatch(
                                    g ->
                                            g.path("children")
                                                    .findValuesAsText("field_id")
                                                    .contains(id));
            if (taken) {
                throw ApiError.invalid("field belongs to another group: " + id);
            }
            children.addObject().put("field_id", id);
        }
        return children;
    }

    private static ObjectNode find(List<ObjectNode> groups, String id) {
        return groups.stream()
                .filter(group -> id(group).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid field_group_id: " + id));
    }

    private static String id(ObjectNode group) {
        return group.path("field_group_id").asText();
    }
}
