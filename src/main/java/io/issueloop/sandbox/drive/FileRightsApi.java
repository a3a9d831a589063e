package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;

/** Who may see a single file, its link, and its download. */
final class FileRightsApi implements Endpoints.Area {

    private final Guard guard;
    private final DriveFiles files;
    private final AuthList rights;
    private final Downloads downloads;

    FileRightsApi(Guard guard, DriveFiles files, AuthList rights, Downloads downloads) {
        this.guard = guard;
        this.files = files;
        this.rights = rights;
        this.downloads = downloads;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedrive/file_acl_add", guard.before(this::add))
                .post("wedrive/file_acl_del", guard.before(this::remove))
                .post("wedrive/file_setting", guard.before(this::setting))
                .post("wedrive/file_share", guard.before(this::share))
                .post("wedrive/file_download", guard.before(this::download))
                .post("wedrive/get_file_permission", guard.before(this::permission));
    }

    private Reply add(Call call) {
        var file = file(call);
        call.body().requireList("auth_info");
        var added = rights.checked(call.body());
        file.set("members", AuthList.merged(file.path("members"), added));
        files.save(file);
        return Reply.ok();
    }

    private Reply remove(Call call) {
        var file = file(call);
        var removed = rights.holders(call.body());
        file.set("members", AuthList.without(file.path("members"), removed));
        files.save(file);
        return Reply.ok();
    }

    /** Who may open the link: 1 named people, 2 the corp, 3 outside as well. */
    private Reply setting(Call call) {
        var body = call.body();
        var file = file(call);
        long scope = body.between("auth_scope", 0, 1, 3, 640023);
        long auth = scope == 1 ? body.number("auth", 1) : body.between("auth", 0, 1, 2, 640020);
        file.set("scope", Json.object().put("auth_scope", scope).put("auth", auth));
        files.save(file);
        return Reply.ok();
    }

    private Reply share(Call call) {
        var file = file(call);
        var url =
                "http://%s/#/drive/%s/%s"
                        .formatted(
                                call.host(),
                                file.path("spaceid").asText(),
                                file.path("fileid").asText());
        return Reply.ok().with("share_url", url);
    }

    private Reply download(Call call) {
        if (!call.body().text("selected_ticket", "").isEmpty() && !call.body().has("fileid")) {
            throw new ApiError(60222, "invalid selected_ticket");
        }
        var file = file(call);
        if (file.path("file_type").asInt() != DriveFiles.FILE) {
            throw new ApiError(640029, "only ordinary files can be downloaded");
        }
        var ticket = downloads.begin(file.path("fileid").asText());
        var url = "http://" + call.host() + Downloads.PATH + ticket.path("ticket").asText();
        return Reply.ok()
                .with("download_url", url)
                .with("cookie_name", Downloads.COOKIE)
                .with("cookie_value", ticket.path("cookie"));
    }

    private Reply permission(Call call) {
        var file = file(call);
        var scope = file.path("scope");
        var share =
                Json.object()
                        .put("enable_corp_internal", scope.path("auth_scope").asInt(1) >= 2)
                        .put("corp_internal_auth", scope.path("auth").asInt(1))
                        .put("enable_corp_external", scope.path("auth_scope").asInt(1) == 3)
                        .put("corp_external_auth", scope.path("auth").asInt(1));
        return Reply.ok().with("share_range", share).with("file_member_list", file.path("members"));
    }

    private ObjectNode file(Call call) {
        return files.require(call.body().text("fileid", ""));
    }
}
