package io.issueloop.knowledge;

import io.issueloop.delivery.Deliveries;
import io.issueloop.knowledge.ArticleLog.Said;
import io.issueloop.knowledge.ArticleLog.Type;
import io.issueloop.knowledge.ArticleNoticeEffect.Kind;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the review of an article records and causes; called by its process, in its transaction. */
@Service
@Transactional
public class ArticleReviews {

    private static final int MAX_COMMENT = 2000;

    private final ArticleStore store;
    private final ArticleLog log;
    private final ArticleRevisions revisions;
    private final ReviewerChoice reviewers;
    private final Deliveries deliveries;
    private final Clock clock;

    ArticleReviews(
            ArticleStore store,
            ArticleLog log,
            ArticleRevisions revisions,
            ReviewerChoice reviewers,
            Deliveries deliveries,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.revisions = revisions;
        this.reviewers = reviewers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Asks the reviewer. */
    public void ask(ArticleNo articleNo, UserId reviewer) {
        notice(get(articleNo), Kind.REVIEW, reviewer);
    }

    public void remind(ArticleNo articleNo, UserId reviewer) {
        notice(get(articleNo), Kind.REVIEW_REMINDER, reviewer);
    }

    /** 通过. */
    public void approve(ArticleNo articleNo, UserId by, String comment) {
        var article = reviewable(articleNo, by, comment);
        if (article.isRevision()) {
            revisions.merge(article, by);
        } else {
            store.save(article.published(by, clock.instant()));
        }
        log.append(Type.PUBLISHED, get(articleNo), by, said(article, by, comment));
    }

    /** 退回修改. */
    public void sendBack(ArticleNo articleNo, UserId by, String comment) {
        var article = reviewable(articleNo, by, comment);
        store.save(article.returned(by, comment));
        log.append(Type.RETURNED, get(articleNo), by, said(article, by, comment));
    }

    /** Who reviews it while this one is away; empty where they do so themselves. */
    @Transactional(readOnly = true)
    public Optional<UserId> standIn(ArticleNo articleNo, UserId reviewer) {
        return reviewers.standIn(get(articleNo), reviewer);
    }

    private Said said(Article article, UserId by, String comment) {
        return new Said(comment.strip(), reviewers.insteadOf(article, by));
    }

    /** 发布文章: the document in WeCom, and word to the authors. */
    public void publish(ArticleNo articleNo) {
        var article = get(articleNo);
        var shown = article.origin().revises().orElse(articleNo);
        deliveries.request(
                shown.value(),
                ArticleDocumentEffect.NAME,
                article.isRevision() ? articleNo.value() : "");
        tellAuthors(shown, article.isRevision() ? Kind.REVISED : Kind.PUBLISHED);
    }

    /** 退回作者. */
    public void tellOfReturn(ArticleNo articleNo) {
        tellAuthors(articleNo, Kind.RETURNED);
    }

    /**
     * @throws IllegalArgumentException when there is no such article
     */
    public Article get(ArticleNo articleNo) {
        return store.find(articleNo)
                .orElseThrow(() -> new IllegalArgumentException("no such article: " + articleNo));
    }

    private Article reviewable(ArticleNo articleNo, UserId by, String comment) {
        var article = get(articleNo);
        if (!article.isWrittenBy(by) && !reviewers.may(article, by)) {
            throw new Refused("这篇文章由指定的审核人或团队负责人审核");
        }
        if (comment.codePointCount(0, comment.length()) > MAX_COMMENT) {
            throw new Refused("审核意见最多 %d 字，请精简".formatted(MAX_COMMENT));
        }
        return article;
    }

    private void tellAuthors(ArticleNo articleNo, Kind kind) {
        var article = get(articleNo);
        article.authors().users().forEach(author -> notice(article, kind, author));
    }

    private void notice(Article article, Kind kind, UserId to) {
        var subject = ArticleNoticeEffect.subject(kind, to, article.version());
        deliveries.request(article.no().value(), ArticleNoticeEffect.NAME, subject);
    }
}
