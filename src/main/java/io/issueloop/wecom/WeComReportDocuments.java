package io.issueloop.wecom;

import io.issueloop.collaboration.weekly.ReportDocuments;
import io.issueloop.knowledge.DocumentStore;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reports are documents like all others. */
@Component
class WeComReportDocuments implements ReportDocuments {

    private final DocumentStore documents;

    WeComReportDocuments(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public Reference create(String title, List<UserId> admins) {
        var created = documents.create(title, admins);
        return new Reference(created.documentId(), created.url());
    }

    @Override
    public void write(String documentId, List<Paragraph> paragraphs) {
        documents.write(
                documentId,
                paragraphs.stream()
                        .map(part -> new DocumentStore.Paragraph(part.heading(), part.text()))
                        .toList());
    }

    @Override
    public void share(String documentId, List<UserId> readers) {
        documents.share(documentId, readers);
    }
}
