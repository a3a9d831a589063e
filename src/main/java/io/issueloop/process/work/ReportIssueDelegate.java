package io.issueloop.process.work;

import io.issueloop.issue.FormReports;
import io.issueloop.issue.IntakeRules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what a member wrote in Tasklist's start form; the issue's number becomes the answer. */
@Component
class ReportIssueDelegate implements JavaDelegate {

    private final IntakeRules intake;
    private final FormReports reports;
    private final Acting acting;

    ReportIssueDelegate(IntakeRules intake, FormReports reports, Acting acting) {
        this.intake = intake;
        this.reports = reports;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var fields = FormFields.takenFrom(execution);
        var report =
                intake.check(
                        acting.now(),
                        fields.text("description"),
                        fields.text("chosenUrgency"),
                        fields.text("chosenProject"),
                        fields.is("majorReport", "true"),
                        "TASKLIST");
        execution.setProcessBusinessKey(reports.take(report).value());
    }
}
