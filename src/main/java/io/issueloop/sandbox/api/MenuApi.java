package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The app's menu, page 90231. */
final class MenuApi implements Endpoints.Area {

    private static final List<String> TYPES =
            List.of(
                    "click",
                    "view",
                    "scancode_push",
                    "scancode_waitmsg",
                    "pic_sysphoto",
                    "pic_photo_or_album",
                    "pic_weixin",
                    "location_select",
                    "view_miniprogram");

    private final Table menus;
    private final Settings settings;

    MenuApi(Store store, Settings settings) {
        this.menus = store.table("menu");
        this.settings = settings;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("menu/create", this::create)
                .get("menu/get", this::get)
                .get("menu/delete", this::delete);
    }

    private Reply create(Call call) {
        requireAgent(call);
        var buttons = call.body().requireList("button").objects("button", 100);
        if (buttons.size() > 3) {
            throw new ApiError(40016, "invalid button size");
        }
        for (var button : buttons) {
            requireLength(button.text("name"), 16, 40018);
            var children = button.objects("sub_button", 100);
            if (children.size() > 5) {
                throw new ApiError(40023, "invalid sub button size");
            }
            children.forEach(child -> requireLeaf(child, true));
            if (children.isEmpty()) {
                requireLeaf(button, false);
            }
        }
        menus.put("menu", call.body().json().deepCopy().retain("button"));
        return Reply.ok();
    }

    private static void requireLeaf(Input button, boolean sub) {
        requireLength(button.text("name"), sub ? 40 : 16, sub ? 40025 : 40018);
        var type = button.text("type");
        if (!TYPES.contains(type)) {
            throw new ApiError(sub ? 40024 : 40017, "invalid button type");
        }
        if (type.equals("view")) {
            requireLength(button.text("url"), 1024, sub ? 40027 : 40020);
        } else if (!type.equals("view_miniprogram")) {
            requireLength(button.text("key"), 128, sub ? 40026 : 40019);
        }
    }

    private static void requireLength(String text, int bytes, int errcode) {
        if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw new ApiError(errcode, "longer than " + bytes + " bytes: " + text);
        }
    }

    private Reply get(Call call) {
        requireAgent(call);
        return Reply.ok()
                .withAll(menus.get("menu").orElseThrow(() -> new ApiError(46003, "menu no exist")));
    }

    private Reply delete(Call call) {
        requireAgent(call);
        menus.remove("menu");
        return Reply.ok();
    }

    private void requireAgent(Call call) {
        if (call.queryNumber("agentid", 41011) != settings.agentId()) {
            throw new ApiError(40056, "invalid agentid");
        }
    }
}
