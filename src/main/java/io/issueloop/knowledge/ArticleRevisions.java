package io.issueloop.knowledge;

import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.knowledge.ArticleLog.Type;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a published article: a revision is written and reviewed beside it like an article
 * and then takes its place; or it is withdrawn. Neither changes anybody's P3 (kpi.md §4).
 */
@Service
@Transactional
public class ArticleRevisions {

    private static final int MAX_REASON = 500;

    private final ArticleStore store;
    private final ArticleEditions editions;
    private final ArticleLog log;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Clock clock;

    ArticleRevisions(
            ArticleStore store,
            ArticleEditions editions,
            ArticleLog log,
            Directory directory,
            Deliveries deliveries,
            Clock clock) {
        this.store = store;
        this.editions = editions;
        this.log = log;
        this.directory = directory;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** 修订: one at a time; whoever asks second gets the one there is. */
    public ArticleNo begin(ArticleNo articleNo, UserId by) {
        var article = get(articleNo);
        requireMay(article, by);
        var now = clock.instant();
        var revision = article.revision(store.nextNumber(now), by, now);
        if (store.add(revision)) {
            log.append(Type.CREATED, revision, by, "");
            return revision.no();
        }
        return store.openRevision(articleNo).orElseThrow().no();
    }

    /** 撤下 with a reason, for readers of its links and of its document; of a revision: given up. */
    public void withdraw(ArticleNo articleNo, UserId by, String reason) {
        var article = get(articleNo);
        requireMay(article, by);
        var why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > MAX_REASON) {
            throw new Refused("请写明原因，最多 %d 字".formatted(MAX_REASON));
        }
        store.openRevision(articleNo)
                .ifPresent(
                        open -> {
                            throw new Refused("文章正在修订（%s），请先完成或放弃修订".formatted(open.no()));
                        });
        store.save(article.withdrawn(why));
        log.append(Type.WITHDRAWN, get(articleNo), by, why);
        if (!article.isRevision()) {
            deliveries.request(articleNo.value(), ArticleDocumentEffect.NAME, "WITHDRAWN");
        }
    }

    /** Whether this member may revise or withdraw it. */
    @Transactional(readOnly = true)
    public boolean may(Article article, UserId user) {
        var stands = article.status() == ArticleStatus.PUBLISHED;
        var isOpen = article.isRevision() && article.status() == ArticleStatus.DRAFT;
        return (stands || isOpen) && (article.isWrittenBy(user) || leads(article).contains(user));
    }

    /** The revision of a published article that is under way. */
    @Transactional(readOnly = true)
    public Optional<ArticleNo> open(ArticleNo articleNo) {
        return store.openRevision(articleNo).map(Article::no);
    }

    /** How the article read before, the first version first. */
    @Transactional(readOnly = true)
    public List<ArticleEdition> editions(ArticleNo articleNo) {
        return editions.of(articleNo);
    }

    /** A revision was approved: its text takes the place of what stood there. */
    void merge(Article revision, UserId reviewer) {
        var article = get(revision.origin().revises().orElseThrow());
        editions.keep(article);
        store.save(article.replaced(revision.text()));
        store.save(revision.merged(reviewer));
    }

    private void requireMay(Article article, UserId by) {
        if (article.status() == ArticleStatus.PUBLISHED || article.isRevision()) {
            if (!article.isWrittenBy(by) && !leads(article).contains(by)) {
                throw new Refused("只有作者和团队负责人可以修订或撤下文章");
            }
            return;
        }
        throw new Refused("文章当前为%s，不能修订或撤下".formatted(article.status().label()));
    }

    private List<UserId> leads(Article article) {
        return article.team().map(directory::chainOfLeads).orElse(List.of());
    }

    private Article get(ArticleNo articleNo) {
        return store.find(articleNo).orElseThrow(() -> new Refused("没有这篇文章"));
    }
}
