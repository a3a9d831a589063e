package io.issueloop.process.work;

import io.issueloop.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.VariableScope;

/** How an evaluation ended; the words stand in the models' conditions. */
enum EvaluationOutcome {
    CONFIRMED,
    UNSOLVED,
    /** Not solved either, and its handler is not there any more. */
    REASSIGNED,
    NOT_EVALUATED;

    static EvaluationOutcome of(VariableScope scope) {
        return valueOf(ProcessVariables.EVALUATION_OUTCOME.from(scope));
    }

    void set(VariableScope scope) {
        ProcessVariables.EVALUATION_OUTCOME.set(scope, name());
    }
}
