package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.Deeds.colleague;
import static io.issueloop.sandbox.approval.Deeds.deed;
import static io.issueloop.sandbox.approval.Deeds.speech;
import static io.issueloop.sandbox.approval.Deeds.step;
import static io.issueloop.sandbox.approval.Deeds.turn;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.approval.Forms.Deed;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What approvers and handlers do when it is their turn. */
final class ApproverDeeds {

    private final Contacts contacts;
    private final SandboxClock clock;

    ApproverDeeds(Contacts contacts, SandboxClock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    Map<String, Deeds> all() {
        return Map.of(
                "agree", this::agree,
                "reject", this::reject,
                "transfer", this::transfer,
                "send_back", this::sendBack,
                "add_signer", this::addSigner);
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
        var to = colleague(contacts, order.text("to"));
        var step = step(form);
        if (step.waitingFor().contains(to)) {
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
        for (var userid : order.requireList("to").texts("to", 100)) {
            signers.add(colleague(contacts, userid));
        }
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
}
