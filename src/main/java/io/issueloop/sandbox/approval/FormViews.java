package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Forms as a person sees them in the client, newest first. */
public final class FormViews {

    private final Forms forms;

    FormViews(Forms forms) {
        this.forms = forms;
    }

    /** {@code todo} waits for the person, {@code done} was decided, {@code mine}, {@code cc}. */
    public ObjectNode boxes(String userid) {
        var boxes = Json.object();
        add(boxes, "todo", f -> waits(f, userid));
        add(boxes, "done", f -> !waits(f, userid) && f.reached(userid));
        add(boxes, "mine", f -> f.isOf(userid));
        add(boxes, "cc", f -> f.isCopiedTo(userid));
        return boxes;
    }

    /** Every form, also deleted ones: for tests and administrators. */
    public ObjectNode all() {
        var answer = Json.object();
        answer.putArray("approvals").addAll(newestFirst().map(FormViews::brief).toList());
        return answer;
    }

    /** Refuses with {@link SecurityException} whom it does not concern. */
    public ObjectNode detail(String number, String userid) {
        var form = forms.find(number).orElseThrow();
        if (!form.concerns(userid) || form.status() == Form.DELETED) {
            throw new SecurityException("该成员看不到这张审批单");
        }
        var view = brief(form);
        for (var name : List.of("contents", "nodes", "comments", "history")) {
            view.set(name, form.json().get(name));
        }
        view.put("at", form.at()).set("may", Json.array(Permissions.of(form, userid)));
        view.set("earlier", Json.array(Flow.earlier(form)));
        return view;
    }

    private void add(ObjectNode boxes, String name, Predicate<Form> wanted) {
        var box = newestFirst().filter(f -> f.status() != Form.DELETED).filter(wanted);
        boxes.putArray(name).addAll(box.map(FormViews::brief).toList());
    }

    private Stream<Form> newestFirst() {
        return forms.all().stream().sorted(Comparator.comparing(Form::number).reversed());
    }

    private static boolean waits(Form form, String userid) {
        return form.waitingFor().stream().anyMatch(userid::equalsIgnoreCase);
    }

    private static ObjectNode brief(Form form) {
        var brief = form.json().deepCopy();
        brief.retain(
                List.of(
                        "sp_no",
                        "sp_name",
                        "sp_status",
                        "template_id",
                        "apply_time",
                        "applyer",
                        "summary"));
        brief.put("withApplicant", form.isWithApplicant());
        return brief.set("waitingFor", Json.array(form.waitingFor()));
    }
}
