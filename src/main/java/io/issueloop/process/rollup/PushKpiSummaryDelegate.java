package io.issueloop.process.rollup;

import io.issueloop.kpi.KpiRollup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 推送摘要: of every period people have not been told about. */
@Component
class PushKpiSummaryDelegate implements JavaDelegate {

    private final KpiRollup rollup;

    PushKpiSummaryDelegate(KpiRollup rollup) {
        this.rollup = rollup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rollup.summariesDue().forEach(rollup::requestSummary);
    }
}
