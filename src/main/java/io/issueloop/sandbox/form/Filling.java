package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.List;

/**
 * A member fills a form: checked against the questions, called back as {@code form_complete} (page
 * 97835). Refuses in Chinese, as the page would.
 */
public final class Filling {

    private final Forms forms;
    private final Audience audience;
    private final Replies replies;
    private final Contacts contacts;
    private final Callbacks callbacks;
    private final SandboxClock clock;

    Filling(
            Forms forms,
            Audience audience,
            Replies replies,
            Contacts contacts,
            Callbacks callbacks,
            SandboxClock clock) {
        this.forms = forms;
        this.audience = audience;
        this.replies = replies;
        this.contacts = contacts;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Forms this member may fill, with what he or she has sent in the current period. */
    public List<ObjectNode> formsOf(String userid) {
        return forms.all().stream()
                .filter(form -> audience.mayFill(form, userid))
                .map(form -> form.put("filled", sent(form, userid)).put("closed", isClosed(form)))
                .toList();
    }

    /**
     * @param given plain values by question_id
     */
    public ObjectNode fill(String formid, String userid, boolean anonymous, ObjectNode given) {
        var form = forms.find(formid).orElseThrow();
        if (!audience.mayFill(form, userid)) {
            throw new SecurityException("您不在这份收集表的填写范围内");
        }
        var setting = form.path("form_setting");
        if (isClosed(form)) {
            throw new IllegalArgumentException("收集表已停止收集");
        }
        if (anonymous && !setting.path("can_anonymous").asBoolean()) {
            throw new IllegalArgumentException("这份收集表不允许匿名填写");
        }
        if (!setting.path("allow_multi_fill").asBoolean() && sent(form, userid) > 0) {
            throw new IllegalArgumentException("每人只能填写一次，您已经填写过");
        }
        var answer = Json.object().put(Audience.SECRET, userid);
        if (!anonymous) {
            answer.put("userid", userid).put("user_name", contacts.nameOf(userid));
        }
        answer.set("reply", replies.of(form, given));
        var added = forms.addAnswer(form, answer);
        callbacks.send(
                Event.of(anonymous ? "sys" : userid, "doc_change")
                        .text("ChangeType", "form_complete")
                        .text("FormId", formid));
        return added.without(Audience.SECRET);
    }

    private int sent(ObjectNode form, String userid) {
        return (int)
                forms.answers(Forms.currentPeriod(form)).stream()
                        .filter(a -> a.path(Audience.SECRET).asText().equals(userid))
                        .count();
    }

    private boolean isClosed(ObjectNode form) {
        long finish = form.at("/form_setting/timed_finish").asLong();
        return finish != 0 && finish <= clock.seconds();
    }
}
