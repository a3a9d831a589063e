package io.issueloop.appraisal.targets;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.util.Map;

/** What setting targets asks of the workflow engine; in the caller's transaction. */
public interface TargetProcess {

    /**
     * Starts {@code next_targets} for a closed quarter; once more it only grades again and ends: of
     * a round there is one.
     */
    void start(Period closed);

    /**
     * Completes 审批目标 on behalf of a person, with the answers its form would give.
     *
     * @throws io.issueloop.shared.Refused when the step is not open, or the rules refuse
     */
    void decide(Period closed, UserId actor, Map<String, Object> answers);
}
