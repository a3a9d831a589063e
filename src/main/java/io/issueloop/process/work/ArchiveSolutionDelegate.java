package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.knowledge.SolutionDocuments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 归档方案. */
@Component
class ArchiveSolutionDelegate implements JavaDelegate {

    private final SolutionDocuments documents;

    ArchiveSolutionDelegate(SolutionDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.archive(IssueNo.of(businessKey(execution)));
    }
}
