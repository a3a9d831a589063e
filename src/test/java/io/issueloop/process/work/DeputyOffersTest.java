package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.APPROVAL_DECIDED;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.delivery.Mode;
import io.issueloop.issue.IssueNo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An approval open in Tasklist is offered to those who may decide in another's place. */
class DeputyOffersTest extends MajorIssueStory {

    @Test
    @DisplayName("人工审批无人办理：到代理时间，代理人在 Tasklist 看到并代为同意，记录写明代谁")
    void theDeputyDecidesInTasklist() {
        approvalsAre(Mode.MANUAL);
        var issue = manual();
        assertThat(offered(issue, LI_XUE)).isOne();
        assertThat(offered(issue, CTO)).isZero();
        reminded(issue);
        assertThat(offered(issue, CTO)).as("a reminder changes nobody's rights").isZero();
        substituted(issue);
        assertThat(offered(issue, CTO)).isOne();
        assertThat(offered(issue, LI_XUE)).as("the approver may still").isOne();
        assertThat(offered(issue, SUN)).isZero();
        assertThat(offered(issue, ZHAO)).isZero();

        decidesInTask(issue, CTO, "agree", "先修");
        goesOn(issue, true);
        assertThat(lastText(issue, APPROVAL_DECIDED, "onBehalfOf")).isEqualTo(LI_XUE.value());
        assertThat(lastText(issue, APPROVAL_DECIDED, "door")).isEqualTo("TASKLIST");
    }

    @Test
    @DisplayName("代理人已被请过之后才打开的人工任务，也给代理人")
    void aTaskThatOpensLate() {
        forms.down = true;
        var issue = ticked();
        reminded(issue);
        substituted(issue);
        assertThat(manualTask(issue)).isNull();
        fires(issue, "BoundaryEvent_NotAccepted");
        assertThat(offered(issue, LI_XUE)).isOne();
        assertThat(offered(issue, CTO)).isOne();
    }

    private IssueNo manual() {
        var issue = ticked();
        fires(issue, "BoundaryEvent_NotAccepted");
        return issue;
    }

    private void reminded(IssueNo issue) {
        clock.moveTo(approvals.get(issue).times().remindAt());
        fires(issue, "BoundaryEvent_RemindDue");
    }

    private void substituted(IssueNo issue) {
        clock.moveTo(approvals.get(issue).times().substituteAt());
        fires(issue, "Event_SubstituteDue");
    }
}
