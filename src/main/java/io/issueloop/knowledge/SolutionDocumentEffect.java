package io.issueloop.knowledge;

import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Creates the solution document once, writes what is known now, and lets reporter and team read it.
 */
@Component
class SolutionDocumentEffect implements Effect {

    static final String NAME = "SOLUTION_DOCUMENT";

    private final Issues issues;
    private final DocumentStore documents;
    private final Directory directory;
    private final JdbcClient jdbc;

    SolutionDocumentEffect(
            Issues issues, DocumentStore documents, Directory directory, JdbcClient jdbc) {
        this.issues = issues;
        this.documents = documents;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "解决方案文档";
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var documentId = known(issue).orElseGet(() -> create(issue));
        documents.write(documentId, SolutionText.of(issue, directory));
        documents.share(documentId, readers(issue));
    }

    private Optional<String> known(Issue issue) {
        return jdbc.sql("select document_id from solution_document where issue_no = :issueNo")
                .param("issueNo", issue.no().value())
                .query(String.class)
                .optional();
    }

    private String create(Issue issue) {
        var created =
                documents.create(SolutionText.title(issue), issue.handler().stream().toList());
        jdbc.sql(
                        "insert into solution_document (issue_no, document_id, url) values (:issueNo, :id, :url)")
                .param("issueNo", issue.no().value())
                .param("id", created.documentId())
                .param("url", created.url())
                .update();
        return created.documentId();
    }

    private List<UserId> readers(Issue issue) {
        var team =
                directory.members().stream()
                        .filter(member -> issue.team().equals(Optional.of(member.team())))
                        .map(Member::userId);
        return Stream.concat(Stream.of(issue.reporter()), team).distinct().limit(100).toList();
    }
}
