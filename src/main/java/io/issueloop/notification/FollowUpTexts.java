package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.SinceResolution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Excerpt;
import java.net.URI;

/** What messages after a resolution say: Chinese, short, one link each. Pure functions. */
final class FollowUpTexts {

    private static final int MOST_OF_A_COMMENT = 80;

    private FollowUpTexts() {}

    static Notice solution(Issue issue, URI link) {
        return new Notice(
                "请补充方案：" + issue.title(),
                "%s 已解决，还缺：%s\n请在 2 个工作日内点开补充；补齐后才能写成知识文章".formatted(issue.no(), missing(issue)),
                fragment(link, "solution"));
    }

    static Notice solutionReminder(Issue issue, URI link) {
        return new Notice(
                "提醒补充方案：" + issue.title(),
                "%s 还缺：%s\n还剩 1 个工作日，点开即可补充".formatted(issue.no(), missing(issue)),
                fragment(link, "solution"));
    }

    static Notice lowRating(Issue issue, SinceResolution since, Directory people, URI link) {
        var stars = since.stars().map(given -> given + " 星").orElse("低分");
        var said = since.comment().isBlank() ? "没有留下评语" : "评语：" + cut(since.comment());
        return new Notice(
                "请回访低分评价：" + issue.title(),
                "%s\n%s给了 %s，%s\n处理人：%s\n请在 2 个工作日内了解原因并记下回访情况"
                        .formatted(
                                issue.no(),
                                people.name(issue.reporter()),
                                stars,
                                said,
                                issue.handler().map(people::name).orElse("—")),
                fragment(link, "rating"));
    }

    static Notice lowRatingReminder(Issue issue, URI link) {
        return new Notice(
                "提醒回访低分评价：" + issue.title(),
                issue.no() + "\n还剩 1 个工作日，请联系提报人并记下回访情况",
                fragment(link, "rating"));
    }

    static Notice ownSolution(Issue issue, Directory people, URI link) {
        return new Notice(
                "请确认自解决：" + issue.title(),
                "%s\n%s解决了自己提报的问题，请确认是否真正解决\n确认后才计入个人解决数；3 个工作日无人确认则关闭"
                        .formatted(issue.no(), people.name(issue.reporter())),
                link);
    }

    static Notice ownSolutionReminder(Issue issue, Directory people, URI link) {
        return new Notice(
                "提醒确认自解决：" + issue.title(),
                "%s\n%s自提自解，还等您确认\n还剩 2 个工作日；到期未确认则关闭，暂不计入个人解决数"
                        .formatted(issue.no(), people.name(issue.reporter())),
                link);
    }

    private static String missing(Issue issue) {
        return String.join("、", issue.solution().missing());
    }

    private static URI fragment(URI link, String part) {
        return URI.create(link + "#" + part);
    }

    private static String cut(String text) {
        return Excerpt.of(text, MOST_OF_A_COMMENT);
    }
}
