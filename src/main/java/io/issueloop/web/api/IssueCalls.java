package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.web.access.Caller;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every action on an issue does around itself: finds it, does it in one transaction, answers
 * it.
 */
@Component
class IssueCalls {

    private final Issues issues;
    private final Directory directory;

    IssueCalls(Issues issues, Directory directory) {
        this.issues = issues;
        this.directory = directory;
    }

    /**
     * @throws NotFound when there is no such issue
     */
    public Issue existing(String no) {
        return Optional.of(no)
                .filter(IssueNo::isIssueNo)
                .map(IssueNo::of)
                .flatMap(issues::find)
                .orElseThrow(() -> new NotFound("没有编号为“%s”的问题".formatted(no)));
    }

    /** Does it and answers the issue as it is afterwards. */
    @Transactional
    public IssueView act(Caller caller, String no, Consumer<IssueNo> action) {
        caller.acting();
        var issueNo = existing(no).no();
        action.accept(issueNo);
        return IssueView.of(issues.get(issueNo), directory);
    }
}
