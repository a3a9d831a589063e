package io.issueloop.process.work;

import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 确认移交. */
@Component
class HandoverStandIns implements StandIns {

    private final Handovers handovers;

    HandoverStandIns(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Set<String> steps() {
        return Set.of("Task_ConfirmHandover");
    }

    @Override
    public Optional<UserId> standIn(String businessKey, String step, UserId holder) {
        return handovers.standIn(Handover.idIn(businessKey), holder);
    }
}
