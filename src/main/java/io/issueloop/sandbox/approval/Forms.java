package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** All forms, and telling the app what happened to one. */
public final class Forms {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Table forms;
    private final Table waiting;
    private final Ids ids;
    private final SandboxClock clock;
    private final Console console;
    private final Callbacks callbacks;

    Forms(Store store, Ids ids, SandboxClock clock, Console console, Callbacks callbacks) {
        this.forms = store.table("approvals");
        this.waiting = store.table("approvals_waiting");
        this.ids = ids;
        this.clock = clock;
        this.console = console;
        this.callbacks = callbacks;
    }

    /** {@code 202611220001}: the day and a number within it. */
    String nextNumber() {
        var day =
                LocalDate.ofInstant(clock.instant(), ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
        return day + "%04d".formatted(ids.next("sp_no/" + day));
    }

    public Optional<Form> find(String number) {
        return forms.get(number).map(Form::new);
    }

    /** Oldest first. */
    public List<Form> all() {
        return forms.all().stream().map(Form::new).toList();
    }

    /** How many forms wait for the person. */
    public int countWaitingFor(String userid) {
        return waiting.countStartingWith(userid + "/");
    }

    /** Keeps the form with a line in its history and tells the app. */
    void save(Form form, Deed deed) {
        form.json().withArray("history").add(line(deed));
        noteWhoWaits(form);
        forms.put(form.number(), form.json());
        if (deed.change().isTold() && console.tells() && console.sees(form)) {
            callbacks.send(ApprovalEvent.of(form, deed.change()));
        }
    }

    private void noteWhoWaits(Form form) {
        for (var before : Json.texts(form.json().path("noted"))) {
            waiting.remove(before + "/" + form.number());
        }
        var now = form.waitingFor();
        now.forEach(userid -> waiting.put(userid + "/" + form.number(), Json.object()));
        form.json().set("noted", Json.array(now));
    }

    private ObjectNode line(Deed deed) {
        var line =
                Json.object()
                        .put("userid", deed.userid())
                        .put("change", deed.change().name().toLowerCase(java.util.Locale.ROOT))
                        .put("speech", deed.speech())
                        .put("at", clock.seconds());
        line.set("to", Json.array(deed.to()));
        return line;
    }

    /** Who did what to a form, with which words, and whom it concerns. */
    record Deed(String userid, Change change, String speech, List<String> to) {

        static Deed of(String userid, Change change, String speech) {
            return new Deed(userid, change, speech, List.of());
        }
    }
}
