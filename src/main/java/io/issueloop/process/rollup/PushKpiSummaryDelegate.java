package io.issueloop.process.rollup;

import io.issueloop.kpi.KpiRollup;
import io.issueloop.notification.StaffNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 推送摘要: of every period, and of every month of the classification table, not told about yet. */
@Component
class PushKpiSummaryDelegate implements JavaDelegate {

    private final KpiRollup rollup;
    private final StaffNotices staff;

    PushKpiSummaryDelegate(KpiRollup rollup, StaffNotices staff) {
        this.staff = staff;
        this.rollup = rollup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rollup.summariesDue().forEach(rollup::requestSummary);
        staff.reportClassification();
    }
}
