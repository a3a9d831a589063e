package io.issueloop.process.people;

import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.process.work.StandIns;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 审核学习计划 while the lead is away. Ratings and targets are nobody's to do for somebody else. */
@Component
class LearningStandIns implements StandIns {

    private final LearningDecisions decisions;

    LearningStandIns(LearningDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> steps() {
        return Set.of("Task_DecideLearning");
    }

    @Override
    public Optional<UserId> standIn(String businessKey, String step, UserId holder) {
        return decisions.standIn(businessKey, holder);
    }
}
