package io.issueloop.sandbox.approval;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.approval.Forms.Deed;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What people do with a form in the client. Refuses with {@link SecurityException} who may not,
 * with {@link IllegalArgumentException} what makes no sense; every deed but a deletion is told.
 */
public final class Decisions {

    private interface Work {
        Deed on(Form form, Input order);
    }

    private final Forms forms;
    private final Contacts contacts;
    private final Applications applications;
    private final SandboxClock clock;
    private final Ids ids;
    private final Map<String, Work> works =
            Map.ofEntries(
                    entry("agree", this::agree),
                    entry("reject", this::reject),
                    entry("transfer", this::transfer),
                    entry("send_back", this::sendBack),
                    entry("add_signer", this::addSigner),
                    entry("resubmit", this::resubmit),
                    entry("urge", this::urge),
                    entry("revoke", (f, o) -> end(f, o, Form.REVOKED, Change.REVOKE)),
                    entry("revoke_approved", this::revokeApproved),
                    entry("comment", this::comment),
                    entry("delete", (f, o) -> end(f, o, Form.DELETED, Change.DELETE)));

    Decisions(
            Forms forms,
            Contacts contacts,
            Applications applications,
            SandboxClock clock,
            Ids ids) {
        this.forms = forms;
        this.contacts = contacts;
        this.applications = applications;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param order {@code {userid, speech, to, …}}
     * @throws NoSuchElementException no such form or deed
     */
    public Form act(String number, String name, Input order) {
        var form = forms.find(number).orElseThrow();
        var work = works.get(name);
        if (work == null) {
            throw new NoSuchElementException();
        }
        if (!Permissions.of(form, order.text("userid")).contains(name)) {
            throw new SecurityException("该成员现在不能" + Permissions.label(name));
        }
        forms.save(form, work.on(form, order));
        return form;
    }

    private Deed agree(Form form, Input order) {
        boolean handler = step(form).type() == Step.HANDLER;
        int opinion = handler ? Opinion.HANDLED : Opinion.AGREED;
        Flow.agree(form, turn(form, order), opinion, speech(order), clock.seconds());
        return deed(order, handler ? Change.HANDLE : Change.AGREE);
    }

    private Deed reject(Form form, Input order) {
        Flow.reject(form, turn(form, order), speech(order), clock.seconds());
        return deed(order, Change.REJECT);
    }

    private Deed transfer(Form form, Input order) {
        var to = colleague(order.text("to"));
        var step = step(form);
        if (step.waitingFor().stream().anyMatch(to::equals)) {
            throw new IllegalArgumentException("该成员已在当前节点");
        }
        Flow.transfer(form, turn(form, order), to, speech(order), clock.seconds());
        boolean handler = step.type() == Step.HANDLER;
        return deed(order, handler ? Change.PASS_ON : Change.TRANSFER, List.of(to));
    }

    /** {@code to_node}: index of an earlier approver node; without it to the applicant. */
    private Deed sendBack(Form form, Input order) {
        int target = (int) order.number("to_node", -1);
        if (target != -1 && !Flow.earlier(form).contains(target)) {
            throw new IllegalArgumentException("只能退回到之前的审批节点或申请人");
        }
        Flow.sendBack(form, turn(form, order), target, speech(order), clock.seconds());
        return deed(order, Change.SEND_BACK);
    }

    /**
     * {@code {to: [userid], apv_rel, agree}}; with {@code agree} they follow, else they go first.
     */
    private Deed addSigner(Form form, Input order) {
        var signers = new LinkedHashSet<String>();
        order.requireList("to").texts("to", 100).forEach(userid -> signers.add(colleague(userid)));
        if (signers.contains(Step.userid(turn(form, order)))) {
            throw new IllegalArgumentException("不能加签给自己");
        }
        int rel = (int) order.between("apv_rel", Step.ALL, Step.ALL, Step.IN_TURN);
        var step = Step.of(Step.APPROVER, rel, signers);
        boolean agree = order.flag("agree", false);
        if (agree) {
            Flow.addAfter(form, turn(form, order), step, speech(order), clock.seconds());
        } else {
            Flow.addBefore(form, turn(form, order), step, speech(order), clock.seconds());
        }
        var change = agree ? Change.AGREE_AND_ADD_SIGNER : Change.ADD_SIGNER;
        return deed(order, change, List.copyOf(signers));
    }

    /** After it was sent back; {@code contents} replaces what was filled in. */
    private Deed resubmit(Form form, Input order) {
        if (order.has("contents")) {
            var template = applications.template(form.templateId());
            var given = order.requireList("contents").objects("contents", 200);
            form.json().set("contents", applications.contents(template, given));
        }
        Flow.start(form);
        return deed(order, Change.APPLY);
    }

    private Deed urge(Form form, Input order) {
        return deed(order, Change.URGE, form.waitingFor());
    }

    private Deed revokeApproved(Form form, Input order) {
        return end(form, order, Form.REVOKED_AFTER_APPROVAL, Change.REVOKE_APPROVED);
    }

    private Deed end(Form form, Input order, int status, Change change) {
        form.status(status);
        return deed(order, change);
    }

    private Deed comment(Form form, Input order) {
        var comment = form.json().withArray("comments").addObject();
        comment.put("id", Long.toString(6_700_000_000_000_000_000L + ids.next("comment")))
                .put("userid", member(order.text("userid")))
                .put("content", order.text("content"))
                .put("time", clock.seconds())
                .putArray("media");
        return new Deed(
                member(order.text("userid")), Change.COMMENT, order.text("content"), List.of());
    }

    private Deed deed(Input order, Change change) {
        return deed(order, change, List.of());
    }

    private Deed deed(Input order, Change change, List<String> to) {
        return new Deed(member(order.text("userid")), change, speech(order), to);
    }

    private static Step step(Form form) {
        return form.current().orElseThrow();
    }

    private static ObjectNode turn(Form form, Input order) {
        return step(form).turnOf(order.text("userid")).orElseThrow();
    }

    private static String speech(Input order) {
        return order.textUpTo("speech", 500);
    }

    private String member(String userid) {
        return contacts.member(userid).orElseThrow().path("userid").asText();
    }

    private String colleague(String userid) {
        return contacts.member(userid)
                .map(m -> m.path("userid").asText())
                .orElseThrow(() -> new IllegalArgumentException("没有这个成员：" + userid));
    }
}
