package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.Grades;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 评定绩效等级: of every final score of the closed quarter. */
@Component
class GradePerformanceDelegate implements JavaDelegate {

    private final Grades grades;

    GradePerformanceDelegate(Grades grades) {
        this.grades = grades;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grades.give(Period.of(PERIOD.from(execution)));
    }
}
