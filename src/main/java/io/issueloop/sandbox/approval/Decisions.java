package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What people do with a form in the client. Refuses with {@link SecurityException} who may not,
 * with {@link IllegalArgumentException} what makes no sense; every deed but a deletion is told.
 */
public final class Decisions {

    private final Forms forms;
    private final Contacts contacts;
    private final Map<String, Deeds> deeds;

    Decisions(Forms forms, Contacts contacts, ApproverDeeds approvers, OtherDeeds others) {
        this.forms = forms;
        this.contacts = contacts;
        this.deeds = new HashMap<>(approvers.all());
        this.deeds.putAll(others.all());
    }

    /**
     * @param order {@code {userid, speech, to, …}}
     * @throws NoSuchElementException no such form, deed or member
     */
    public Form act(String number, String name, Input order) {
        var form = forms.find(number).orElseThrow();
        var member = contacts.member(order.text("userid")).orElseThrow();
        if (!deeds.containsKey(name)) {
            throw new NoSuchElementException();
        }
        var userid = member.path("userid").asText();
        if (!Permissions.of(form, userid).contains(name)) {
            throw new SecurityException("该成员现在不能" + Permissions.label(name));
        }
        ObjectNode known = order.json().deepCopy().put("userid", userid);
        forms.save(form, deeds.get(name).on(form, new Input(known, "")));
        return form;
    }
}
