package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** {@code oa/applyevent}, page 91853. */
final class ApplyApi implements Endpoints.Area {

    private final Applications applications;
    private final Contacts contacts;
    private final Console console;

    ApplyApi(Applications applications, Contacts contacts, Console console) {
        this.applications = applications;
        this.contacts = contacts;
        this.console = console;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("oa/applyevent", this::apply);
    }

    private Reply apply(Call call) {
        console.require();
        var form = Wrong.form(() -> read(call.body()));
        applications.submit(form);
        return Reply.ok().with("sp_no", form.number());
    }

    private Form read(Input body) {
        var userid = body.text("creator_userid");
        if (!contacts.sees(userid)) {
            throw Wrong.notAllowed();
        }
        var applicant = contacts.member(userid).orElseThrow();
        var template = applications.template(body.text("template_id"));
        if (!body.has("use_template_approver")) {
            throw Wrong.form("missing use_template_approver");
        }
        var nodes = nodes(body, applicant);
        var data = body.object("apply_data").requireList("contents");
        var contents = applications.contents(template, data.objects("contents", 200));
        var form = applications.blank(template, applicant, department(body, applicant));
        form.json().set("nodes", nodes);
        form.json().set("contents", contents);
        form.json().set("summary", summary(body));
        return form;
    }

    private ArrayNode nodes(Input body, ObjectNode applicant) {
        var process = applications.process();
        if (body.between("use_template_approver", 0, 0, 1) == 1) {
            return process.byDefault(applicant);
        }
        return !body.has("process") && body.has("approver")
                ? process.older(body)
                : process.given(body.object("process"));
    }

    private static int department(Input body, ObjectNode applicant) {
        int main = applicant.path("main_department").asInt();
        int chosen = (int) body.number("choose_department", main);
        if (!Json.integers(applicant.path("department")).contains(chosen)) {
            throw Wrong.form("invalid choose_department " + chosen);
        }
        return chosen;
    }

    private static ArrayNode summary(Input body) {
        var lines = Json.array();
        for (var line : body.requireList("summary_list").objects("summary_list", 3)) {
            var texts = line.requireList("summary_info").objects("summary_info", 10);
            for (var text : texts) {
                text.textUpTo("text", 20);
                text.text("text");
                text.oneOf("lang", "", List.of("zh_CN", "en"));
            }
            lines.add(texts.get(0).text("text"));
        }
        return lines;
    }
}
