package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Solution;
import io.issueloop.knowledge.Article;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleRevisions;
import io.issueloop.knowledge.ArticleStatus;
import io.issueloop.knowledge.ArticleText;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.knowledge.Articles;
import io.issueloop.knowledge.Authors;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One story per path of {@code article_review}. */
class ArticleReviewProcessTest extends IssueStory {

    private static final Solution WHOLE = new Solution("索引缺失", "加组合索引", "压测通过");

    @Autowired private Articles articles;
    @Autowired private ArticleWriting writing;
    @Autowired private ArticleRevisions revisions;
    @Autowired private Acting acting;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("article_review");
    }

    @Test
    @DisplayName("一键成稿，两位作者分份额，负责人审核通过：发布、写成文档、通知作者、记下事实")
    void anArticleIsPublished() {
        var issue = resolvedBy(ZHANG, "订单查询性能太差 " + System.nanoTime(), WHOLE);
        var no = writing.draft(issue, ZHANG);
        assertThat(writing.draft(issue, LIU)).isEqualTo(no);
        var draft = articles.find(no, ZHANG).orElseThrow();
        assertThat(draft.text().cause()).isEqualTo("索引缺失");
        assertThat(draft.text().tags()).containsExactly("技术", "性能");
        writing.edit(no, ZHANG, draft.version(), shared(draft, Map.of(ZHANG, "0.6", LIU, "0.4")));
        writing.submit(no, LIU);
        assertThat(review(no).getAssignee()).isEqualTo(LI_XUE.value());
        fires(no.value(), "BoundaryEvent_ReminderDue");

        refused(() -> writing.review(no, ZHANG, true, ""));
        refused(() -> writing.review(no, LIU, true, ""));
        refused(() -> writing.review(no, SUN, true, ""));
        writing.review(no, LI_XUE, true, "写得清楚");
        assertThat(articles.find(no, SUN).map(Article::status)).contains(ArticleStatus.PUBLISHED);
        refused(() -> writing.review(no, LI_XUE, false, "晚了"));
        refused(() -> writing.submit(no, ZHANG));

        delivered(no.value());
        assertThat(messagesTo(LI_XUE).toString()).doesNotContain("请审核"); // 已经审完，不再打扰
        assertThat(messagesTo(LIU).toString()).contains("知识文章已发布", "审核人：李雪");
        assertThat(articles.documentUrl(no)).isPresent();
        assertThat(wecom.documents.toString()).contains("作者：张伟 60%、刘洋 40%　审核：李雪");
        assertThat(facts(no)).isEqualTo("lixue {\"liuyang\": 0.4, \"zhangwei\": 0.6}");
    }

    @Test
    @DisplayName("在任务列表里退回修改必须写意见；改后再次提交，另起一次审核")
    void anArticleIsSentBack() {
        var issue = resolvedBy(LIU, "登录性能太差 " + System.nanoTime(), WHOLE);
        var no = writing.draft(issue, LIU);
        writing.submit(no, LIU);
        delivered(no.value());
        assertThat(messagesTo(LI_XUE).toString()).contains("请审核知识文章：登录性能太差");
        var task = review(no).getId();
        refused(() -> writing.review(no, LI_XUE, false, " "));
        acting.as(
                LI_XUE,
                () ->
                        tasks.complete(
                                task, Map.of("articleReview", "return", "reviewComment", "补上版本")));
        var back = articles.find(no, LIU).orElseThrow();
        assertThat(back.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(back.comment()).isEqualTo("补上版本");
        delivered(no.value());
        assertThat(messagesTo(LIU).toString()).contains("被退回修改", "审核意见：补上版本");
        assertThat(articles.find(no, SUN)).isEmpty();
        refused(() -> writing.submit(no, LI_XUE));

        writing.submit(no, LIU);
        writing.review(no, CTO, true, "");
        assertThat(articles.find(no, SUN)).isPresent();
    }

    @Test
    @DisplayName("修订由另一人审核，通过前原文照常可读，通过后替换；旧版保留，贡献不变；撤下须写原因")
    void aPublishedArticleIsRevisedAndWithdrawn() {
        var no = writing.draft(resolvedBy(ZHANG, "修订性能太差 " + System.nanoTime(), WHOLE), ZHANG);
        writing.submit(no, ZHANG);
        writing.review(no, LI_XUE, true, "");
        delivered(no.value());
        var before = articles.find(no, SUN).orElseThrow();

        refused(() -> revisions.begin(no, SUN));
        var draft = revisions.begin(no, LI_XUE);
        assertThat(revisions.begin(no, ZHANG)).isEqualTo(draft);
        refused(() -> revisions.withdraw(no, LI_XUE, "先撤下"));
        var text = before.text();
        var better =
                new ArticleText(
                        text.title(),
                        text.problem(),
                        "统计信息过期",
                        text.solution(),
                        "已压测",
                        text.tags());
        writing.edit(draft, LI_XUE, 1, new ArticleWriting.Content(better, before.authors()));
        writing.submit(draft, LI_XUE);
        assertThat(review(draft).getAssignee()).isNotIn(LI_XUE.value(), ZHANG.value());
        refused(() -> writing.review(draft, LI_XUE, true, ""));
        assertThat(articles.find(no, SUN).orElseThrow().text().cause()).isEqualTo("索引缺失");
        writing.review(draft, CTO, true, "");

        var after = articles.find(no, SUN).orElseThrow();
        assertThat(after.text().cause()).isEqualTo("统计信息过期");
        assertThat(after.publishedAt()).isEqualTo(before.publishedAt());
        assertThat(revisions.editions(no))
                .singleElement()
                .extracting(one -> one.text().cause())
                .isEqualTo("索引缺失");
        assertThat(facts(no)).isEqualTo("lixue {\"zhangwei\": 1}");
        assertThat(facts(draft)).isEmpty();
        delivered(no.value());
        assertThat(wecom.documents.toString()).contains("统计信息过期");

        refused(() -> revisions.withdraw(no, SUN, "过时"));
        refused(() -> revisions.withdraw(no, ZHANG, " "));
        revisions.withdraw(no, ZHANG, "接口已下线");
        assertThat(articles.find(no, SUN)).isEmpty();
        assertThat(articles.find(no, ZHANG).map(Article::status)).contains(ArticleStatus.WITHDRAWN);
        delivered(no.value());
        assertThat(wecom.documents.toString()).contains("本文已撤下", "接口已下线");
        assertThat(facts(no)).as("the contribution stays").isEqualTo("lixue {\"zhangwei\": 1}");
    }

    @Test
    @DisplayName("方案不完整、旁人、未解决的问题都不能成稿；负责人自己写的由别人审核")
    void whoMayWriteAndWhoReviews() {
        var unwritten = resolvedBy(ZHANG, "打印性能太差", Solution.NOT_WRITTEN);
        refused(() -> writing.draft(unwritten, ZHANG));
        var issue = resolvedBy(ZHANG, "扫描性能太差", WHOLE);
        refused(() -> writing.draft(issue, ZHAO));
        var open = reported(ZHAO, "传真性能太差", "中", PLATFORM_PROJECT);
        refused(() -> writing.draft(open, handlerOf(open)));

        var no = writing.draft(issue, LI_XUE);
        writing.submit(no, LI_XUE);
        assertThat(review(no).getAssignee()).isNotIn(LI_XUE.value(), ZHANG.value());
        refused(() -> writing.review(no, LI_XUE, true, ""));
    }

    @Test
    @DisplayName("两位作者同时保存、两人同时审核：先到的算数，后到的被婉拒")
    void twoAtOnce() throws Exception {
        var issue = resolvedBy(ZHANG, "同步性能太差", WHOLE);
        var no = writing.draft(issue, ZHANG);
        var draft = articles.find(no, ZHANG).orElseThrow();
        var same = new ArticleWriting.Content(draft.text(), draft.authors());
        var edits =
                AtOnce.both(
                        () -> writing.edit(no, ZHANG, draft.version(), same),
                        () -> writing.edit(no, ZHANG, draft.version(), same));
        assertThat(edits).containsOnlyOnce("done").anyMatch(AtOnce::isKind);
        writing.submit(no, ZHANG);
        var reviews =
                AtOnce.both(
                        () -> writing.review(no, LI_XUE, true, ""),
                        () -> writing.review(no, CTO, false, "再想想"));
        assertThat(reviews).containsOnlyOnce("done").anyMatch(AtOnce::isKind);
    }

    @Test
    @DisplayName("搜索、推荐与“有帮助”：只见已发布的，每人一次，自己的不算")
    void publishedArticlesAreFound() {
        var word = "巡检" + System.nanoTime();
        var issue = resolvedBy(ZHANG, word + "脚本性能太差，磁盘告警误报", WHOLE);
        var no = writing.draft(issue, ZHANG);
        assertThat(articles.search(word, 0, 10).total()).isZero();
        writing.submit(no, ZHANG);
        writing.review(no, LI_XUE, true, "");
        assertThat(articles.search(word + " 组合索引", 0, 10).items())
                .extracting(Article::no)
                .containsExactly(no);
        assertThat(articles.search("！？", 0, 10).total()).isZero();
        assertThat(articles.suggestFor("昨晚磁盘告警又误报，巡检脚本没有发现")).extracting(Article::no).contains(no);
        assertThat(articles.suggestFor("食堂的菜太咸了")).isEmpty();
        assertThat(articles.suggestFor("")).isEmpty();

        refused(() -> articles.markUseful(no, ZHANG, true));
        articles.markUseful(no, SUN, true);
        articles.markUseful(no, SUN, true);
        assertThat(articles.usefulness(no, SUN)).isEqualTo(new Articles.Usefulness(1, true));
        articles.markUseful(no, SUN, false);
        assertThat(articles.usefulness(no, LIU)).isEqualTo(new Articles.Usefulness(0, false));
    }

    private IssueNo resolvedBy(UserId handler, String description, Solution solution) {
        var issue = reported(ZHAO, description, "中", PLATFORM_PROJECT);
        if (!handlerOf(issue).equals(handler)) {
            actions.accept(issue, handlerOf(issue));
            actions.handOver(issue, handlerOf(issue), handler.value(), "");
        }
        actions.accept(issue, handler);
        actions.resolve(issue, handler, solution);
        return issue;
    }

    private static ArticleWriting.Content shared(Article article, Map<UserId, String> shares) {
        var exact = new java.util.LinkedHashMap<UserId, BigDecimal>();
        shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(java.util.Comparator.reverseOrder()))
                .forEach(one -> exact.put(one.getKey(), new BigDecimal(one.getValue())));
        var text = article.text();
        return new ArticleWriting.Content(
                new ArticleText(
                        text.title(),
                        text.problem(),
                        text.cause(),
                        text.solution(),
                        text.verification(),
                        List.of("技术", "性能")),
                new Authors(exact));
    }

    private Task review(ArticleNo no) {
        return tasks.createTaskQuery().processInstanceBusinessKey(no.value()).singleResult();
    }

    private String facts(ArticleNo no) {
        return jdbc.sql("select reviewer || ' ' || shares from kpi_article where article_no = ?")
                .param(no.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refused.class);
    }
}
