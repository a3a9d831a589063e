package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.approval.Forms.Deed;
import io.issueloop.sandbox.state.Contacts;
import java.util.List;

/** Something people do with a form: it changes the form and says what was done. */
interface Deeds {

    Deed on(Form form, Input order);

    static Step step(Form form) {
        return form.current().orElseThrow();
    }

    /** The entry of who acts, in the current step. */
    static ObjectNode turn(Form form, Input order) {
        return step(form).turnOf(order.text("userid")).orElseThrow();
    }

    static String speech(Input order) {
        return order.textUpTo("speech", 500);
    }

    static Deed deed(Input order, Change change, List<String> to) {
        return new Deed(order.text("userid"), change, speech(order), to);
    }

    static Deed deed(Input order, Change change) {
        return deed(order, change, List.of());
    }

    /** The member's userid as the contacts spell it. */
    static String colleague(Contacts contacts, String userid) {
        return contacts.member(userid)
                .map(m -> m.path("userid").asText())
                .orElseThrow(() -> new IllegalArgumentException("没有这个成员：" + userid));
    }
}
