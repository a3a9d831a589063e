package io.issueloop.process.rollup;

import io.issueloop.collaboration.workbench.WorkbenchNumbers;
import io.issueloop.kpi.KpiRollup;
import io.issueloop.kpi.PersonalProgress;
import io.issueloop.notification.StaffNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 推送摘要: of every period, and of every month of the classification table, not told about yet;
 * everybody's own progress; and the numbers on the workbench.
 */
@Component
class PushKpiSummaryDelegate implements JavaDelegate {

    private final KpiRollup rollup;
    private final StaffNotices staff;
    private final PersonalProgress progress;
    private final WorkbenchNumbers workbench;

    PushKpiSummaryDelegate(
            KpiRollup rollup,
            StaffNotices staff,
            PersonalProgress progress,
            WorkbenchNumbers workbench) {
        this.staff = staff;
        this.rollup = rollup;
        this.progress = progress;
        this.workbench = workbench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rollup.summariesDue().forEach(rollup::requestSummary);
        staff.reportClassification();
        progress.request();
        workbench.request();
    }
}
