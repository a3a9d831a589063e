package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Spaces of WeDrive, all of them the app's own. Rights of members: 1 download, 7 admin; 0 none. */
public final class Spaces {

    private final Table spaces;
    private final Ids ids;
    private final AuthList rights;
    private final String corpId;

    Spaces(Store store, Ids ids, AuthList rights, String corpId) {
        this.spaces = store.table("drive_spaces");
        this.ids = ids;
        this.rights = rights;
        this.corpId = corpId;
    }

    ObjectNode create(String name, ArrayNode auth, int subType) {
        var id = "s." + corpId + "." + (700_000_000 + ids.next("space")) + ids.random("", 3);
        var space =
                Json.object()
                        .put("spaceid", id)
                        .put("space_name", name)
                        .put("space_sub_type", subType)
                        .put("order", ids.ordered("", "space-order"));
        var list = space.putObject("auth_list");
        list.set("auth_info", auth);
        list.putArray("quit_userid");
        space.set("secure_setting", defaults());
        save(space);
        return space;
    }

    /** 640026 no id given, 640001 no such space. */
    ObjectNode require(Input body) {
        return require(body.text("spaceid", 640026));
    }

    ObjectNode require(String spaceid) {
        return find(spaceid).orElseThrow(() -> new ApiError(640001, "no such space: " + spaceid));
    }

    public Optional<ObjectNode> find(String spaceid) {
        return spaces.get(spaceid);
    }

    /** In order of creation. */
    public List<ObjectNode> all() {
        return spaces.all().stream()
                .sorted(Comparator.comparing(space -> space.path("order").asText()))
                .toList();
    }

    public int right(ObjectNode space, String userid) {
        return rights.right(authInfo(space), userid);
    }

    static JsonNode authInfo(ObjectNode space) {
        return space.at("/auth_list/auth_info");
    }

    static void setAuthInfo(ObjectNode space, ArrayNode list) {
        ((ObjectNode) space.path("auth_list")).set("auth_info", list);
    }

    void save(ObjectNode space) {
        spaces.put(space.path("spaceid").asText(), space);
    }

    void remove(String spaceid) {
        spaces.remove(spaceid);
    }

    private static ObjectNode defaults() {
        return Json.object()
                .put("enable_watermark", false)
                .put("add_member_only_admin", true)
                .put("enable_share_url", true)
                .put("share_url_no_approve", false)
                .put("share_url_no_approve_default_auth", 1)
                .put("enable_share_external", false)
                .put("enable_share_external_admin", true)
                .put("enable_space_add_external_member", false)
                .put("enable_space_add_external_member_admin", true)
                .put("enable_confidential_mode", false)
                .put("default_file_scope", 2)
                .put("create_file_only_admin", true);
    }
}
