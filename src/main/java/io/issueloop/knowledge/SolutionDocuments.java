package io.issueloop.knowledge;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueNo;
import java.util.Optional;
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

    /** 归档方案: the document is written, or written anew after a reopening, and shared. */
    public void archive(IssueNo issueNo) {
        deliveries.request(issueNo.value(), SolutionDocumentEffect.NAME, "");
    }

    /** Where people open the document; empty until it is written. */
    public Optional<String> url(IssueNo issueNo) {
        return written.url(issueNo);
    }
}
