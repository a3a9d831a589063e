package io.issueloop.approval;

import io.issueloop.issue.IssueEvent;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An issue that ends without its approval ends the approval too. */
@Component
class ApprovalEnds {

    private static final Set<String> WITHOUT_SOLUTION = Set.of("DUPLICATE", "WONT_FIX");

    private final Verdict verdict;
    private final ApprovalProcess process;

    ApprovalEnds(Verdict verdict, ApprovalProcess process) {
        this.verdict = verdict;
        this.process = process;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case WITHDRAWN, INVALIDATED, WONT_FIX -> end(event);
            case CLOSED -> {
                // what was solved before the approval is still to be approved
                if (event.text("outcome").filter(WITHOUT_SOLUTION::contains).isPresent()) {
                    end(event);
                }
            }
            default -> {
                // the others leave it as it is
            }
        }
    }

    private void end(IssueEvent event) {
        if (verdict.cancelled(event.issueNo())) {
            process.endBeside(event.issueNo());
        }
    }
}
