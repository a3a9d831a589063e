package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.web.access.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What every action on an issue does around itself: finds it, does it once, answers it. */
@Component
class IssueCalls {

    private final Issues issues;
    private final Directory directory;
    private final IdempotencyKeys keys;

    IssueCalls(Issues issues, Directory directory, IdempotencyKeys keys) {
        this.issues = issues;
        this.directory = directory;
        this.keys = keys;
    }

    /**
     * Somebody asks for an action.
     *
     * @param key the Idempotency-Key, if any
     * @param request what must be the same for the answer to be the same
     */
    record Call(Caller caller, String no, Optional<String> key, Object request) {}

    /**
     * @throws NotFound when there is no such issue
     */
    Issue existing(String no) {
        return Optional.of(no)
                .filter(IssueNo::isIssueNo)
                .map(IssueNo::of)
                .flatMap(issues::find)
                .orElseThrow(() -> new NotFound("没有编号为“%s”的问题".formatted(no)));
    }

    /** Does it and answers the issue as it is afterwards. */
    IssueView act(Call call, Consumer<IssueNo> action) {
        call.caller().acting();
        var issueNo = existing(call.no()).no();
        return keys.once(
                call.caller().name(),
                call.key(),
                List.of(call.no(), call.request().getClass().getSimpleName(), call.request()),
                () -> {
                    action.accept(issueNo);
                    return IssueView.of(issues.get(issueNo), directory);
                });
    }
}
