package io.issueloop.process.review;

import io.issueloop.directory.Absences;
import io.issueloop.process.work.StandIns;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 记录结论 and 落实改进措施: whoever was named. */
@Component
class ReviewStandIns implements StandIns {

    private final Absences absences;

    ReviewStandIns(Absences absences) {
        this.absences = absences;
    }

    @Override
    public Set<String> steps() {
        return Set.of("Task_RecordConclusions", "Task_CarryOutMeasure");
    }

    @Override
    public Optional<UserId> standIn(String businessKey, String step, UserId holder) {
        return absences.standInFor(holder);
    }
}
