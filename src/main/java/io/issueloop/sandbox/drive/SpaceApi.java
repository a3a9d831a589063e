package io.issueloop.sandbox.drive;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** Life and rights of spaces, page 93655. */
final class SpaceApi implements Endpoints.Area {

    private static final List<String> FLAGS =
            List.of(
                    "enable_watermark",
                    "add_member_only_admin",
                    "enable_share_url",
                    "share_url_no_approve",
                    "enable_share_external",
                    "enable_share_external_admin",
                    "enable_space_add_external_member",
                    "enable_space_add_external_member_admin",
                    "enable_confidential_mode",
                    "create_file_only_admin",
                    "ban_share_external");

    private final Guard guard;
    private final Spaces spaces;
    private final DriveFiles files;
    private final AuthList rights;

    SpaceApi(Guard guard, Spaces spaces, DriveFiles files, AuthList rights) {
        this.guard = guard;
        this.spaces = spaces;
        this.files = files;
        this.rights = rights;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedrive/space_create", guard.before(this::create))
                .post("wedrive/space_rename", guard.before(this::rename))
                .post("wedrive/space_dismiss", guard.before(this::dismiss))
                .post("wedrive/new_space_info", guard.before(this::info))
                .post("wedrive/space_info", guard.before(this::info)) // its older name
                .post("wedrive/space_acl_add", guard.before(this::add))
                .post("wedrive/space_acl_del", guard.before(this::remove))
                .post("wedrive/space_setting", guard.before(this::change))
                .post("wedrive/space_share", guard.before(this::share));
    }

    private Reply create(Call call) {
        var body = call.body();
        var auth = AuthList.merged(Json.array(), rights.checked(body));
        int subType = (int) body.between("space_sub_type", 0, 0, 1, 640027);
        return Reply.ok().with("spaceid", spaces.create(name(body), auth, subType).path("spaceid"));
    }

    private Reply rename(Call call) {
        var space = spaces.require(call.body());
        spaces.save(space.put("space_name", name(call.body())));
        return Reply.ok();
    }

    private Reply dismiss(Call call) {
        var id = spaces.require(call.body()).path("spaceid").asText();
        files.removeSpace(id);
        spaces.remove(id);
        return Reply.ok();
    }

    private Reply info(Call call) {
        return Reply.ok().with("space_info", spaces.require(call.body()).without("order"));
    }

    private Reply add(Call call) {
        var space = spaces.require(call.body());
        call.body().requireList("auth_info");
        var added = rights.checked(call.body());
        Spaces.setAuthInfo(space, AuthList.merged(Spaces.authInfo(space), added));
        spaces.save(space);
        return Reply.ok();
    }

    private Reply remove(Call call) {
        var space = spaces.require(call.body());
        var removed = rights.holders(call.body());
        Spaces.setAuthInfo(space, AuthList.without(Spaces.authInfo(space), removed));
        spaces.save(space);
        return Reply.ok();
    }

    /** Present fields overwrite. */
    private Reply change(Call call) {
        var body = call.body();
        var space = spaces.require(body);
        var setting = space.withObject("/secure_setting");
        FLAGS.stream().filter(body::has).forEach(f -> setting.put(f, body.flag(f, false)));
        if (body.has("share_url_no_approve_default_auth")) {
            var name = "share_url_no_approve_default_auth";
            setting.put(name, body.between(name, 1, 1, 4, 640020));
        }
        if (body.has("default_file_scope")) {
            var name = "default_file_scope";
            setting.put(name, body.between(name, 1, 1, 2, 640027));
        }
        spaces.save(space);
        return Reply.ok();
    }

    private Reply share(Call call) {
        var space = spaces.require(call.body());
        if (!space.at("/secure_setting/enable_share_url").asBoolean()) {
            throw new ApiError(640028, "invitation links are switched off for this space");
        }
        var url = "http://" + call.host() + "/#/drive/" + space.path("spaceid").asText();
        return Reply.ok().with("space_share_url", url);
    }

    private static String name(Input body) {
        var name = body.text("space_name", 640025);
        if (name.codePointCount(0, name.length()) > 255) {
            throw new ApiError(640025, "invalid space_name");
        }
        return name;
    }
}
