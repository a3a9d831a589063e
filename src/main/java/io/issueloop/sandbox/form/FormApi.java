package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.doc.Shelf;
import io.issueloop.sandbox.state.Json;

/** Making and reading forms, page 97462. */
final class FormApi implements Endpoints.Area {

    private static final int QUESTIONS = 1;
    private static final int SETTINGS = 2;
    private static final int ON_A_SHELF = 5;

    private final Forms forms;
    private final FormRules rules;
    private final Shelf shelf;

    FormApi(Forms forms, FormRules rules, Shelf shelf) {
        this.forms = forms;
        this.rules = rules;
        this.shelf = shelf;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/create_form", this::create)
                .post("wedoc/modify_form", this::modify)
                .post("wedoc/get_form_info", this::info);
    }

    private Reply create(Call call) {
        var body = call.body();
        var info = body.object("form_info");
        if (body.has("spaceid") != body.has("fatherid")) {
            throw ApiError.invalid("spaceid and fatherid: both or none");
        }
        var content = rules.checkedContent(info);
        var setting = info.optionalObject("form_setting").orElse(Input.empty());
        var form = forms.create(content, rules.checkedSetting(setting), call.host());
        if (body.has("spaceid")) {
            var name = content.path("form_title").asText();
            var doc = new Shelf.Doc(ON_A_SHELF, name, form.path("url").asText());
            shelf.put(body.text("spaceid"), body.text("fatherid"), doc);
        }
        return Reply.ok().with("formid", form.path("formid"));
    }

    /** {@code oper} 1 replaces titles and questions, 2 the settings. */
    private Reply modify(Call call) {
        var body = call.body();
        var form = forms.require(body.text("formid"));
        var info = body.object("form_info");
        switch ((int) body.between("oper", 0, QUESTIONS, SETTINGS)) {
            case QUESTIONS -> form.setAll(rules.checkedContent(info));
            default -> form.set("form_setting", changedSetting(form, info.object("form_setting")));
        }
        forms.save(form);
        return Reply.ok();
    }

    private ObjectNode changedSetting(ObjectNode form, Input change) {
        var setting = rules.checkedSetting(change);
        var since = form.at("/form_setting/timed_repeat_info/rule_ctime").asLong();
        setting.withObject("/timed_repeat_info").put("rule_ctime", since);
        return setting;
    }

    private Reply info(Call call) {
        var form = forms.require(call.body().text("formid"));
        var info =
                form.deepCopy()
                        .retain(
                                "formid",
                                "form_title",
                                "form_desc",
                                "form_header",
                                "form_question",
                                "form_setting");
        info.set("repeated_id", Json.array(Forms.periods(form)));
        return Reply.ok().with("form_info", info);
    }
}
