package io.issueloop.web;

import io.issueloop.approval.ApprovalForms;
import io.issueloop.approval.ApprovalProcess;
import io.issueloop.approval.NativeForm;
import io.issueloop.issue.IssueNo;
import java.time.Instant;
import java.util.Optional;

/** No engine waits for a result, and WeCom takes no form. */
class TestApprovals implements ApprovalProcess, ApprovalForms {

    @Override
    public void decided(IssueNo issueNo) {}

    @Override
    public void actFirst(IssueNo issueNo) {}

    @Override
    public void endBeside(IssueNo issueNo) {}

    @Override
    public String apply(Application application) {
        throw new IllegalStateException("WeCom does not answer");
    }

    @Override
    public Optional<String> find(Application application, Instant since) {
        return Optional.empty();
    }

    @Override
    public Optional<NativeForm> read(String number) {
        return Optional.empty();
    }
}
