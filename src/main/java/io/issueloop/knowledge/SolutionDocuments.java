package io.issueloop.knowledge;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The document that keeps an issue's solution. */
@Service
public class SolutionDocuments {

    private final WrittenDocuments written;
    private final Deliveries deliveries;

    SolutionDocuments(WrittenDocuments written, Deliveries deliveries) {
        this.written = written;
        this.deliveries = deliveries;
    }

    /** 归档方案: the document is written as the issue stands now, and shared. */
    public void archive(IssueNo issueNo) {
        deliveries.request(issueNo.value(), SolutionDocumentEffect.NAME, "");
    }

    /** It begins as a template when work starts, and follows what changes its text later. */
    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case ACCEPTED, REOPENED, SOLUTION_COMPLETED -> archive(event.issueNo());
            case CLOSED -> {
                if (written.url(event.issueNo()).isPresent()) {
                    archive(event.issueNo());
                }
            }
            default -> {
                // the others leave the text as it is
            }
        }
    }

    /** Where people open the document; empty until it is written. */
    public Optional<String> url(IssueNo issueNo) {
        return written.url(issueNo);
    }
}
