package io.issueloop.issue;

import io.issueloop.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批准暂停 on a page or by REST, whether a task asks for it already or not. */
@Service
public class PauseApprovals {

    private final IssuePauses pauses;
    private final ApplicationEventPublisher publisher;

    PauseApprovals(IssuePauses pauses, ApplicationEventPublisher publisher) {
        this.pauses = pauses;
        this.publisher = publisher;
    }

    /**
     * @throws io.issueloop.shared.Refused when there is no pause to approve, or not by this person
     */
    @Transactional
    public void approve(IssueNo issueNo, UserId actor, String note) {
        pauses.approve(issueNo, actor, note);
        publisher.publishEvent(new PauseSettled(issueNo));
    }
}
