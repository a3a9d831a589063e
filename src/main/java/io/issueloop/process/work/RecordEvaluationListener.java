package io.issueloop.process.work;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 评价解决效果: solved, with stars where given, or not solved. */
@Component
class RecordEvaluationListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final Reopening reopening;
    private final Acting acting;

    RecordEvaluationListener(IssueLifecycle lifecycle, Reopening reopening, Acting acting) {
        this.lifecycle = lifecycle;
        this.reopening = reopening;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        switch (fields.text("evaluation")) {
            case "solved" -> {
                lifecycle.rate(
                        issueNo, acting.now(), stars(fields), fields.text("comment").strip());
                EvaluationOutcome.CONFIRMED.set(task);
            }
            case "unsolved" -> {
                lifecycle.reopen(issueNo, acting.now(), reason(fields));
                reopening.goesTo(issueNo, task);
            }
            default -> throw new Refused("请选择问题是否解决");
        }
    }

    /** The form asks in a field of its own; other doors have one text. */
    private static String reason(FormFields fields) {
        var reason = fields.text("unsolvedReason");
        return reason.isBlank() ? fields.text("comment") : reason;
    }

    private static Optional<Integer> stars(FormFields fields) {
        var given = fields.text("stars");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!given.matches("[1-5]")) {
            throw new Refused("评分为 1 至 5 星");
        }
        return Optional.of(Integer.valueOf(given));
    }
}
