package io.issueloop.knowledge;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.ByHand.Reference;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a published article as a document in WeCom, once, and lets the team read it. */
@Component
class ArticleDocumentEffect implements Effect {

    static final String NAME = "ARTICLE_DOCUMENT";

    private static final int MOST_READERS = 100;

    private final ArticleStore store;
    private final ArticleDocuments written;
    private final DocumentStore documents;
    private final Directory directory;

    ArticleDocumentEffect(
            ArticleStore store,
            ArticleDocuments written,
            DocumentStore documents,
            Directory directory) {
        this.store = store;
        this.written = written;
        this.documents = documents;
        this.directory = directory;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "知识文章文档";
    }

    @Override
    public Capability capability() {
        return Capability.DOCUMENT;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var article = article(businessKey);
        var documentId = written.ours(article.no()).orElseGet(() -> create(article));
        documents.write(documentId, ArticleTexts.document(article, directory));
        documents.share(documentId, readers(article));
    }

    /** Once is enough: what changes later is on the article's page. */
    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var article = article(businessKey);
        if (written.url(article.no()).isPresent()) {
            return Optional.empty();
        }
        var readers =
                readers(article).stream().map(directory::name).collect(Collectors.joining("、"));
        var body =
                ArticleTexts.document(article, directory).stream()
                        .map(one -> one.heading() ? "【%s】".formatted(one.text()) : one.text())
                        .collect(Collectors.joining("\n"));
        return Optional.of(
                ByHand.of(
                                "编写知识文章 %s 的文档".formatted(article.no()),
                                "请新建微文档，第一行作标题，其余作正文；分享给 %s（仅阅读），并在下面填写文档链接。".formatted(readers),
                                ArticleTexts.documentTitle(article) + "\n" + body)
                        .asking(Reference.REQUIRED));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (!reference.isEmpty()) {
            written.byHand(article(businessKey), HandDocument.link(reference));
        }
    }

    private String create(Article article) {
        var created =
                documents.create(
                        ArticleTexts.documentTitle(article),
                        List.copyOf(article.authors().users()));
        written.keep(article, created);
        return created.documentId();
    }

    /** The authors' own team and the reviewer; the page is for everybody. */
    private List<UserId> readers(Article article) {
        var team =
                directory.members().stream()
                        .filter(member -> article.team().equals(Optional.of(member.team())))
                        .map(Member::userId);
        return Stream.concat(
                        Stream.concat(
                                article.authors().users().stream(), article.reviewer().stream()),
                        team)
                .distinct()
                .limit(MOST_READERS)
                .toList();
    }

    private Article article(String businessKey) {
        return store.find(ArticleNo.of(businessKey)).orElseThrow();
    }
}
