package io.issueloop.approval;

import io.issueloop.approval.ApprovalForms.Application;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.issue.IssueNo;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Submits WeCom's own form, once: a form whose number was lost on the way back is looked up before
 * another one is sent (design.md §3 Major).
 */
@Component
class ApprovalFormEffect implements Effect {

    static final String NAME = "APPROVAL_FORM";

    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final Approvals approvals;
    private final NativeApprovals natives;
    private final ApprovalForms forms;
    private final SentLog sentLog;

    ApprovalFormEffect(
            Approvals approvals, NativeApprovals natives, ApprovalForms forms, SentLog sentLog) {
        this.approvals = approvals;
        this.natives = natives;
        this.forms = forms;
        this.sentLog = sentLog;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "重大问题审批单";
    }

    @Override
    public Capability capability() {
        return Capability.APPROVAL;
    }

    /** What happened to the form before we knew its number is read at the end. */
    @Override
    public void perform(String businessKey, String subject) {
        var approval = approvals.get(IssueNo.of(businessKey));
        if (approval.form().isPresent()) {
            natives.changed(approval.form().get());
        } else if (approval.isWaiting()) {
            var number = submitted(approval);
            approvals.accepted(approval.issueNo(), number);
            natives.changed(number);
        }
    }

    private String submitted(Approval approval) {
        var key = NAME + "/" + approval.issueNo();
        var known = sentLog.reference(key);
        if (known.isPresent()) {
            return known.get();
        }
        sentLog.claim(key);
        var application = application(approval);
        var number = lost(key, application, approval).orElseGet(() -> forms.apply(application));
        sentLog.sent(key, number);
        return number;
    }

    private Optional<String> lost(String key, Application application, Approval approval) {
        return sentLog.tries(key) > 1
                ? forms.find(application, approval.requestedAt().minus(CLOCKS_APART))
                : Optional.empty();
    }

    private Application application(Approval approval) {
        return new Application(
                approval.issueNo(),
                approval.applicant(),
                approval.approvers(),
                approval.rule(),
                approval.copied(),
                approvals.text(approval));
    }

    /** The approvers decide in a task of their own, not by somebody's hand in WeCom. */
    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        return Optional.empty();
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        // there is nothing to remember
    }
}
