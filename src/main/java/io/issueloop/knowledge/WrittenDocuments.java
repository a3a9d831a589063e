package io.issueloop.knowledge;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document keeps which issue's solution. */
@Component
class WrittenDocuments {

    /** Of a document a person created: only its link is known, and we may not write into it. */
    private static final String NOT_OURS = "";

    private final JdbcClient jdbc;
    private final CreatedDocuments created;

    WrittenDocuments(JdbcClient jdbc, CreatedDocuments created) {
        this.jdbc = jdbc;
        this.created = created;
    }

    /** The id of the document we created; empty where there is none or a person created it. */
    Optional<String> ours(IssueNo issueNo) {
        return find("document_id", issueNo).filter(id -> !id.equals(NOT_OURS));
    }

    /** Where people open it. */
    Optional<String> url(IssueNo issueNo) {
        return find("url", issueNo);
    }

    void keep(Issue issue, DocumentStore.Reference document) {
        put(issue, document.documentId(), document.url());
    }

    void byHand(Issue issue, String url) {
        if (!find("url", issue.no()).equals(Optional.of(url))) {
            put(issue, NOT_OURS, url);
        }
    }

    private void put(Issue issue, String id, String url) {
        jdbc.sql(
                        """
                insert into solution_document (issue_no, document_id, url) values (:issueNo, :id, :url)
                on conflict (issue_no) do update set document_id = excluded.document_id, url = excluded.url
                """)
                .param("issueNo", issue.no().value())
                .param("id", id)
                .param("url", url)
                .update();
        issue.handler().ifPresent(handler -> created.solution(issue.no(), handler));
    }

    private Optional<String> find(String column, IssueNo issueNo) {
        return jdbc.sql("select " + column + " from solution_document where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .query(String.class)
                .optional();
    }
}
