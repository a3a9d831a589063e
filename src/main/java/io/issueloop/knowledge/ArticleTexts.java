package io.issueloop.knowledge;

import io.issueloop.directory.Directory;
import io.issueloop.knowledge.DocumentStore.Paragraph;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Excerpt;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What messages and documents about articles say: Chinese, one link each. Pure functions. */
final class ArticleTexts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_OF_A_COMMENT = 120;

    private ArticleTexts() {}

    static Notice review(Article article, Directory people, URI link) {
        return new Notice(
                "请审核知识文章：" + article.text().title(),
                "%s\n作者：%s\n请在 2 个工作日内审核：通过，或退回修改"
                        .formatted(article.no(), authors(article, people)),
                link);
    }

    static Notice reviewReminder(Article article, URI link) {
        return new Notice(
                "提醒审核知识文章：" + article.text().title(), article.no() + "\n还剩 1 个工作日，点开即可审核", link);
    }

    static Notice returned(Article article, URI link) {
        return new Notice(
                "知识文章被退回修改：" + article.text().title(),
                "%s\n审核意见：%s\n修改后可再次提交".formatted(article.no(), cut(article.comment())),
                link);
    }

    static Notice published(Article article, Directory people, URI link) {
        return new Notice(
                "知识文章已发布：" + article.text().title(),
                "%s\n审核人：%s\n计入作者的知识库贡献"
                        .formatted(article.no(), article.reviewer().map(people::name).orElse("—")),
                link);
    }

    static Notice revised(Article article, URI link) {
        return new Notice(
                "知识文章已更新：" + article.text().title(),
                "%s\n修订通过审核，已替换原文；以前的版本在文章页可以查看".formatted(article.no()),
                link);
    }

    static String documentTitle(Article article) {
        return "%s %s".formatted(article.no(), article.text().title());
    }

    static List<Paragraph> document(Article article, Directory people) {
        if (article.status() == ArticleStatus.WITHDRAWN) {
            return List.of(paragraph("本文已撤下，请勿再照此操作。原因：" + article.comment()));
        }
        var text = article.text();
        return List.of(
                paragraph(
                        "作者：%s　审核：%s　来自问题 %s"
                                .formatted(
                                        authors(article, people),
                                        article.reviewer().map(people::name).orElse("—"),
                                        article.issueNo())),
                heading("问题"),
                paragraph(text.problem()),
                heading("原因"),
                paragraph(text.cause()),
                heading("方案"),
                paragraph(text.solution()),
                heading("验证"),
                paragraph(text.verification()),
                paragraph("标签：" + String.join("、", text.tags())));
    }

    /** 张伟 60%、李雪 40%; a single author without a share. */
    static String authors(Article article, Directory people) {
        var shares = article.authors().shares();
        return shares.entrySet().stream()
                .map(
                        one ->
                                shares.size() == 1
                                        ? people.name(one.getKey())
                                        : "%s %s%%"
                                                .formatted(
                                                        people.name(one.getKey()),
                                                        percent(one.getValue())))
                .collect(Collectors.joining("、"));
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
    }

    private static Paragraph heading(String text) {
        return new Paragraph(true, text);
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(false, text);
    }

    private static String cut(String text) {
        return Excerpt.of(text, MOST_OF_A_COMMENT);
    }
}
