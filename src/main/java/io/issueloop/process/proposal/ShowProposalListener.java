package io.issueloop.process.proposal;

import static io.issueloop.process.ProcessVariables.PROPOSAL_NUMBER;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the lead's task its due time, one working day, and what its form shows. */
@Component
class ShowProposalListener implements TaskListener {

    private static final int MAX = 500;

    private final Issues issues;
    private final Proposals proposals;
    private final Directory directory;
    private final WorkingCalendar calendar;

    ShowProposalListener(
            Issues issues, Proposals proposals, Directory directory, WorkingCalendar calendar) {
        this.issues = issues;
        this.proposals = proposals;
        this.directory = directory;
        this.calendar = calendar;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var proposal = proposals.find(issueNo, PROPOSAL_NUMBER.from(task)).orElseThrow();
        task.setDueDate(
                Date.from(calendar.addWork(proposal.proposedAt(), WorkingCalendar.WORKING_DAY)));
        task.setVariableLocal(SUMMARY.name(), summary(issues.get(issueNo), proposal));
    }

    private String summary(Issue issue, Proposal proposal) {
        var text =
                "%s　提议：%s\n提议人：%s\n原因：%s\n\n问题：%s"
                        .formatted(
                                issue.no(),
                                proposal.title() + " " + proposal.sharesText(directory::name),
                                directory.name(proposal.proposedBy()),
                                FormText.plain(proposal.reason()),
                                FormText.plain(issue.title()));
        return Excerpt.of(text, MAX);
    }
}
