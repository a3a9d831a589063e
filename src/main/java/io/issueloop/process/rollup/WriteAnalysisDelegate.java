package io.issueloop.process.rollup;

import io.issueloop.collaboration.monthly.MonthlyAnalyses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 编写分析: of every month whose numbers are final and that has none. */
@Component
class WriteAnalysisDelegate implements JavaDelegate {

    private final MonthlyAnalyses analyses;

    WriteAnalysisDelegate(MonthlyAnalyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        analyses.writeOwed();
    }
}
