package io.issueloop.process.weekly;

import io.issueloop.collaboration.weekly.WeeklyReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 发送周报: every week people have not been told about. */
@Component
class SendWeeklyReportsDelegate implements JavaDelegate {

    private final WeeklyReports reports;

    SendWeeklyReportsDelegate(WeeklyReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.send();
    }
}
