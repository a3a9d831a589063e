package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.List;

/** Making a form out of a template, and setting it on its way. */
final class Applications {

    private final Templates templates;
    private final Forms forms;
    private final References references;
    private final Process process;
    private final SandboxClock clock;

    Applications(
            Templates templates,
            Forms forms,
            References references,
            Process process,
            SandboxClock clock) {
        this.templates = templates;
        this.forms = forms;
        this.references = references;
        this.process = process;
        this.clock = clock;
    }

    ObjectNode template(String id) {
        return templates.require(id);
    }

    Process process() {
        return process;
    }

    ArrayNode contents(ObjectNode template, List<Input> given) {
        var controls = Control.all(template.path("controls"));
        return new Contents(new Values(references)).read(controls, given);
    }

    Form blank(ObjectNode template, ObjectNode applicant, int department) {
        var form =
                Json.object()
                        .put("sp_no", forms.nextNumber())
                        .put("sp_name", Templates.name(template))
                        .put("sp_status", Form.IN_PROGRESS)
                        .put("template_id", template.path("template_id").asText())
                        .put("apply_time", clock.seconds());
        form.putObject("applyer")
                .put("userid", applicant.path("userid").asText())
                .put("partyid", Integer.toString(department));
        form.putArray("comments");
        return new Form(form);
    }

    void submit(Form form) {
        Flow.start(form);
        forms.save(form, Forms.Deed.of(form.applicant(), Change.APPLY, ""));
    }
}
