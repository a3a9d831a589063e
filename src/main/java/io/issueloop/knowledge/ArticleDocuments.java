package io.issueloop.knowledge;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document shows which article. */
@Component
class ArticleDocuments {

    /** Of a document a person created: only its link is known. */
    private static final String NOT_OURS = "";

    private final JdbcClient jdbc;
    private final CreatedDocuments created;

    ArticleDocuments(JdbcClient jdbc, CreatedDocuments created) {
        this.jdbc = jdbc;
        this.created = created;
    }

    Optional<String> ours(ArticleNo articleNo) {
        return find("document_id", articleNo).filter(id -> !id.equals(NOT_OURS));
    }

    Optional<String> url(ArticleNo articleNo) {
        return find("url", articleNo);
    }

    void keep(Article article, DocumentStore.Reference document) {
        put(article, document.documentId(), document.url());
    }

    void byHand(Article article, String url) {
        put(article, NOT_OURS, url);
    }

    private void put(Article article, String id, String url) {
        jdbc.sql(
                        """
                insert into article_document (article_no, document_id, url) values (:articleNo, :id, :url)
                on conflict (article_no) do update set document_id = excluded.document_id, url = excluded.url
                """)
                .param("articleNo", article.no().value())
                .param("id", id)
                .param("url", url)
                .update();
        created.article(article.no(), article.origin().by());
    }

    private Optional<String> find(String column, ArticleNo articleNo) {
        return jdbc.sql("select " + column + " from article_document where article_no = :no")
                .param("no", articleNo.value())
                .query(String.class)
                .optional();
    }
}
