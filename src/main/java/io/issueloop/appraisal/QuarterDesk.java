package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterProcess.Step;
import io.issueloop.kpi.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything there is to look at while a quarter is closed. */
@Service
@Transactional(readOnly = true)
public class QuarterDesk {

    private final ClosingChecks checks;
    private final TrialRuns runs;
    private final QuarterLog quarterLog;
    private final QuarterProcess process;

    QuarterDesk(
            ClosingChecks checks, TrialRuns runs, QuarterLog quarterLog, QuarterProcess process) {
        this.checks = checks;
        this.runs = runs;
        this.quarterLog = quarterLog;
        this.process = process;
    }

    /** What is open; what blocks first. */
    public List<ClosingCheck.Finding> checklist(Period quarter) {
        return checks.of(quarter);
    }

    /** Trial runs, the newest first. */
    public List<QuarterRun> runs(Period quarter) {
        return runs.of(quarter);
    }

    /** What a trial run changed. */
    public List<QuarterRun.Change> changes(QuarterRun run) {
        return runs.changes(run.id());
    }

    /** What happened to the quarter, oldest first. */
    public List<QuarterEvent> history(Period quarter) {
        return quarterLog.of(quarter);
    }

    /** What is asked of people now. */
    public Optional<Step> openStep(Period quarter) {
        return process.openStep(quarter);
    }
}
