package io.issueloop.process.weekly;

import static io.issueloop.process.ProcessVariables.REPORT_DUE_AT;
import static io.issueloop.process.ProcessVariables.REPORT_OWED;

import io.issueloop.collaboration.weekly.WeeklyReports;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总周报: the timer only wakes; what is owed stands in a table. */
@Component
class WriteWeeklyReportsDelegate implements JavaDelegate {

    private final WeeklyReports reports;

    WriteWeeklyReportsDelegate(WeeklyReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var sendAt = reports.writeOwed();
        REPORT_OWED.set(execution, sendAt.isPresent());
        sendAt.ifPresent(at -> REPORT_DUE_AT.set(execution, Date.from(at)));
    }
}
