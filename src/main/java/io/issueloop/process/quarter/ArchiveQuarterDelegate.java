package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.appraisal.archive.QuarterArchives;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 归档: what was locked, from its snapshot. */
@Component
class ArchiveQuarterDelegate implements JavaDelegate {

    private final QuarterArchives archives;
    private final QuarterClosing closing;

    ArchiveQuarterDelegate(QuarterArchives archives, QuarterClosing closing) {
        this.archives = archives;
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var quarter = Period.of(businessKey(execution));
        archives.archive(quarter);
        closing.archived(quarter);
    }
}
