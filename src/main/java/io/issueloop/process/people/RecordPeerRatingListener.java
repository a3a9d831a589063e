package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerRatings;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 评价同事 is done: only when the rater has rated everybody on the page. */
@Component
class RecordPeerRatingListener implements TaskListener {

    private final PeerRatings ratings;
    private final Acting acting;

    RecordPeerRatingListener(PeerRatings ratings, Acting acting) {
        this.ratings = ratings;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        FormFields.takenFrom(task);
        var quarter = Period.of(PERIOD.from(task));
        ratings.requireDone(quarter, UserId.of(task.getAssignee()), acting.now());
    }
}
