package io.issueloop.wecom;

import io.issueloop.approval.NativeApprovals;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Native approvals whose news got lost, and deleted ones, of which there is no news (design.md §3
 * Major): the forms that wait are few and are all read; those taken back after their approval are
 * listed.
 */
@Component
class ApprovalPoller implements Poller {

    private final NativeApprovals approvals;
    private final WeComApprovalForms forms;
    private final Modes modes;

    ApprovalPoller(NativeApprovals approvals, WeComApprovalForms forms, Modes modes) {
        this.approvals = approvals;
        this.forms = forms;
        this.modes = modes;
    }

    @Override
    public String kind() {
        return "approvals";
    }

    @Override
    public String label() {
        return "企业微信审批";
    }

    @Override
    public boolean isReady() {
        return modes.isAuto(Capability.APPROVAL) && forms.isSetUp();
    }

    /** WeCom lists forms by the time they were submitted, not by that of their last change. */
    @Override
    public Instant poll(Instant since) {
        var numbers = new ArrayList<>(approvals.open());
        numbers.addAll(forms.revokedAfterApproval());
        @Nullable RuntimeException failed = null;
        for (var number : numbers) {
            try {
                approvals.changed(number);
            } catch (RuntimeException problem) {
                failed = problem; // one form that cannot be read keeps nobody else waiting
            }
        }
        if (failed != null) {
            throw failed;
        }
        return since;
    }
}
