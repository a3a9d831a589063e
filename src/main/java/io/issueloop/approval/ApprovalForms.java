package io.issueloop.approval;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * WeCom's own approvals. Remote: every method may take seconds and throws when it did not work.
 * Nothing here decides: that happens in the client alone.
 */
public interface ApprovalForms {

    /**
     * @param copied told, not asked
     */
    record Application(
            IssueNo issueNo,
            UserId applicant,
            List<UserId> approvers,
            ApprovalRule rule,
            List<UserId> copied,
            ApprovalText text) {}

    /** Submits a form and answers its number. */
    String apply(Application application);

    /** A form for this issue that was submitted since, although its number was never heard of. */
    Optional<String> find(Application application, Instant since);

    /** The form as it is now; empty when WeCom does not know it (any more). */
    Optional<NativeForm> read(String number);
}
