package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.approval.Approvals;
import io.issueloop.issue.IssueNo;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Offers the task to those who may decide now, with the facts to decide on. */
@Component
class OfferApprovalListener implements TaskListener {

    private static final int MAX = 500;

    private final Approvals approvals;

    OfferApprovalListener(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask task) {
        var approval = approvals.get(IssueNo.of(task.getExecution().getProcessBusinessKey()));
        var next = approval.next(approvals.opinions(approval.issueNo()));
        Stream.concat(next.stream(), approval.deputies().stream())
                .distinct()
                .forEach(user -> task.addCandidateUser(user.value()));
        var text = approvals.text(approval);
        task.setVariableLocal(
                SUMMARY.name(),
                cut(
                        "%s\n影响：%s\n计划：%s\n\n事项：%s"
                                .formatted(
                                        approval.issueNo(),
                                        FormText.plain(text.impact()),
                                        FormText.plain(text.plan()),
                                        FormText.plain(text.what()))));
    }

    private static String cut(String text) {
        return Excerpt.of(text, MAX);
    }
}
