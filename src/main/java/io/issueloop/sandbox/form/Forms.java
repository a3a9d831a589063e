package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.doc.FormDesk;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Forms of the app. Each has periods ({@code repeated_id}): one, or for forms that repeat one more
 * whenever the time has come. Earlier periods and their answers stay.
 */
public final class Forms implements FormDesk {

    private final Table forms;
    private final Table answers;
    private final Ids ids;
    private final SandboxClock clock;

    Forms(Store store, Ids ids, SandboxClock clock) {
        this.forms = store.table("forms");
        this.answers = store.table("form_answers");
        this.ids = ids;
        this.clock = clock;
    }

    ObjectNode create(ObjectNode content, ObjectNode setting, String host) {
        var id = ids.random("fm", 42);
        var form =
                Json.object()
                        .put("formid", id)
                        .put("order", ids.ordered("", "form"))
                        .put("url", "http://" + host + "/#/form/" + id)
                        .put("create_time", clock.seconds());
        form.setAll(content);
        form.set("form_setting", setting);
        form.putArray("periods").add(period(clock.seconds()));
        save(form);
        return form;
    }

    private ObjectNode period(long opened) {
        return Json.object().put("repeated_id", ids.random("rp", 30)).put("opened", opened);
    }

    /** 710003 where the app has no such form. */
    ObjectNode require(String formid) {
        return find(formid).orElseThrow(() -> new ApiError(710003, "invalid formid"));
    }

    public Optional<ObjectNode> find(String formid) {
        return forms.get(formid).map(this::upToDate);
    }

    /** In order of creation. */
    public List<ObjectNode> all() {
        return forms.all().stream()
                .map(this::upToDate)
                .sorted(Comparator.comparing(form -> form.path("order").asText()))
                .toList();
    }

    /** Opens the periods whose time has come. */
    private ObjectNode upToDate(ObjectNode form) {
        var periods = form.withArray("periods");
        long last = periods.path(periods.size() - 1).path("opened").asLong();
        var rule = form.at("/form_setting/timed_repeat_info");
        var opened = Periods.between(rule, last, clock.seconds());
        opened.forEach(at -> periods.add(period(at)));
        if (!opened.isEmpty()) {
            save(form);
        }
        return form;
    }

    static String currentPeriod(ObjectNode form) {
        var periods = form.path("periods");
        return periods.path(periods.size() - 1).path("repeated_id").asText();
    }

    static List<String> periods(ObjectNode form) {
        var list = new ArrayList<String>();
        form.path("periods").forEach(p -> list.add(p.path("repeated_id").asText()));
        return list;
    }

    /** The form of a period: 40058 where there is none. */
    ObjectNode ofPeriod(String repeatedId) {
        return all().stream()
                .filter(form -> periods(form).contains(repeatedId))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid repeated_id"));
    }

    /** In order of submission. */
    public List<ObjectNode> answers(String repeatedId) {
        return answers.startingWith(repeatedId + "/");
    }

    ObjectNode addAnswer(ObjectNode form, ObjectNode answer) {
        long id = ids.next("answers/" + form.path("formid").asText());
        var period = currentPeriod(form);
        answer.put("answer_id", id).put("ctime", clock.seconds()).put("mtime", clock.seconds());
        answers.put(period + "/%08d".formatted(id), answer.put("answer_status", 1));
        return answer;
    }

    void save(ObjectNode form) {
        forms.put(form.path("formid").asText(), form);
    }

    @Override
    public void rename(String formid, String name) {
        save(require(formid).put("form_title", name));
    }

    @Override
    public void delete(String formid) {
        periods(require(formid)).forEach(period -> answers.removeStartingWith(period + "/"));
        forms.remove(formid);
    }

    @Override
    public String url(String formid) {
        return require(formid).path("url").asText();
    }
}
