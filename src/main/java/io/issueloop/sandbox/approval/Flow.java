package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How a form moves from step to step. */
final class Flow {

    private Flow() {}

    /** From the beginning, for the first time or after it came back to the applicant. */
    static void start(Form form) {
        form.steps().forEach(Step::reset);
        form.at(-1);
        advance(form);
    }

    /** On to the next step that waits for somebody; copies go out on the way. */
    private static void advance(Form form) {
        var steps = form.steps();
        int next = form.at() + 1;
        while (next < steps.size() && steps.get(next).type() == Step.CC) {
            next++;
        }
        form.at(next);
        if (next == steps.size()) {
            form.status(Form.APPROVED);
        } else {
            steps.get(next).enter();
        }
    }

    static void agree(Form form, ObjectNode person, int opinion, String speech, long at) {
        var step = form.current().orElseThrow();
        Step.decide(person, opinion, speech, at);
        if (step.isDone()) {
            step.status(opinion);
            advance(form);
        }
    }

    static void reject(Form form, ObjectNode person, String speech, long at) {
        Step.decide(person, Opinion.REJECTED, speech, at);
        form.current().orElseThrow().status(Opinion.REJECTED);
        form.status(Form.REJECTED);
    }

    static void transfer(Form form, ObjectNode person, String to, String speech, long at) {
        var step = form.current().orElseThrow();
        int opinion = step.type() == Step.HANDLER ? Opinion.PASSED_ON : Opinion.TRANSFERRED;
        Step.decide(person, opinion, speech, at);
        step.handOver(person, to);
    }

    /** Everything from {@code target} on is decided anew; −1 gives it back to the applicant. */
    static void sendBack(Form form, ObjectNode person, int target, String speech, long at) {
        int here = form.at();
        Step.decide(person, Opinion.SENT_BACK, speech, at);
        form.steps().get(here).status(Opinion.SENT_BACK);
        if (target < 0) {
            form.giveBackToApplicant();
            return;
        }
        form.steps().subList(target, here).forEach(Step::reset);
        form.at(target);
        form.steps().get(target).enter();
    }

    /** The signers decide first, then the person who asked for them. */
    static void addBefore(Form form, ObjectNode person, Step signers, String speech, long at) {
        Step.decide(person, Opinion.SIGNER_ADDED, speech, at);
        form.current().orElseThrow().status(Opinion.SIGNER_ADDED);
        form.insert(form.at(), signers);
    }

    /** The person agrees and the signers decide after this step. */
    static void addAfter(Form form, ObjectNode person, Step signers, String speech, long at) {
        form.insert(form.at() + 1, signers);
        agree(form, person, Opinion.AGREED_AND_ADDED, speech, at);
    }

    /** Steps a form can be sent back to: those before the current one that somebody decided on. */
    static List<Integer> earlier(Form form) {
        var steps = form.steps();
        return java.util.stream.IntStream.range(0, Math.max(0, form.at()))
                .filter(i -> steps.get(i).type() == Step.APPROVER)
                .boxed()
                .toList();
    }
}
