package io.issueloop.knowledge;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.knowledge.ArticleLog.Type;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing articles: from an issue to the review. All throw {@link Refused} when the rules do. */
@Service
@Transactional
public class ArticleWriting {

    private final Issues issues;
    private final Directory directory;
    private final ArticleStore store;
    private final ArticleLog log;
    private final ReviewerChoice reviewers;
    private final ArticleProcess process;
    private final Clock clock;

    ArticleWriting(
            Issues issues,
            Directory directory,
            ArticleStore store,
            ArticleLog log,
            ReviewerChoice reviewers,
            ArticleProcess process,
            Clock clock) {
        this.issues = issues;
        this.directory = directory;
        this.store = store;
        this.log = log;
        this.reviewers = reviewers;
        this.process = process;
        this.clock = clock;
    }

    /** 写成知识文章: one tap makes a draft; an issue has one article, whoever taps second gets it. */
    public ArticleNo draft(IssueNo issueNo, UserId by) {
        var known = store.of(issueNo);
        if (known.isPresent()) {
            return known.get().no();
        }
        var issue = issues.get(issueNo);
        if (!mayBegin(issue, by)) {
            throw new Refused("只有处理人、处理团队的成员或负责人可以把它写成知识文章");
        }
        requireSolution(issue);
        var article = first(issue, by);
        if (store.add(article)) {
            log.append(Type.CREATED, article, by, "");
            return article.no();
        }
        return store.of(issueNo).orElseThrow().no();
    }

    /**
     * @param version what the writer had before their eyes
     */
    public void edit(ArticleNo articleNo, UserId by, int version, Content content) {
        var article = get(articleNo);
        if (article.version() != version) {
            throw new Refused("刚刚有人更新了这篇文章，请刷新后重试");
        }
        content.authors().users().forEach(this::requireMember);
        store.save(article.edited(by, content.text(), content.authors()));
        log.append(Type.EDITED, get(articleNo), by, "");
    }

    /** What a writer changes. */
    public record Content(ArticleText text, Authors authors) {}

    /** 提交审核: another person is asked. */
    public void submit(ArticleNo articleNo, UserId by) {
        var article = get(articleNo);
        var reviewer = reviewers.choose(article);
        store.save(article.submitted(by, reviewer, clock.instant()));
        log.append(Type.SUBMITTED, get(articleNo), by, "");
        process.startReview(articleNo, reviewer);
    }

    /** 审核: 通过 or 退回修改, with a comment. */
    public void review(ArticleNo articleNo, UserId by, boolean approved, String comment) {
        process.completeReview(
                articleNo,
                by,
                Map.of("articleReview", approved ? "approve" : "return", "reviewComment", comment));
    }

    /** Whether this member may begin the article of the issue. */
    public boolean mayBegin(Issue issue, UserId user) {
        var team = issue.team();
        return issue.handler().equals(Optional.of(user))
                || directory
                        .member(user)
                        .map(Member::team)
                        .filter(own -> team.equals(Optional.of(own)))
                        .isPresent()
                || team.map(directory::chainOfLeads).orElse(List.of()).contains(user);
    }

    private Article first(Issue issue, UserId by) {
        var now = clock.instant();
        var solution = issue.solution();
        var tags = List.of(issue.category().orElse(""), issue.subCategory().orElse(""));
        return new Article(
                store.nextNumber(now),
                1,
                issue.no(),
                issue.team(),
                new ArticleText(
                        issue.title(),
                        issue.description(),
                        solution.cause(),
                        solution.measures(),
                        solution.verification(),
                        tags),
                Authors.only(issue.handler().orElse(by)),
                ArticleStatus.DRAFT,
                new Article.Origin(by, now, Optional.empty()),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static void requireSolution(Issue issue) {
        if (issue.resolvedAt().isEmpty()) {
            throw new Refused("问题解决后才能写成知识文章");
        }
        var missing = issue.solution().missing();
        if (!missing.isEmpty()) {
            throw new Refused("请先补充%s，再写成知识文章".formatted(String.join("、", missing)));
        }
    }

    private void requireMember(UserId user) {
        if (directory.member(user).isEmpty()) {
            throw new Refused("找不到作者“%s”".formatted(user));
        }
    }

    private Article get(ArticleNo articleNo) {
        return store.find(articleNo).orElseThrow(() -> new Refused("没有这篇文章"));
    }
}
