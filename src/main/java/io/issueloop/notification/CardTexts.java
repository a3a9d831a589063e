package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Urgency;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.notification.Message.Choice;
import io.issueloop.notification.Message.Choice.Option;
import io.issueloop.notification.Message.Fact;
import io.issueloop.notification.Message.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What messages say: Chinese, short, one link each. Pure functions of the issue. */
final class CardTexts {

    static final String ACCEPT = "accept";
    static final String RESOLVE = "resolve";
    static final String SOLVED = "solved";
    static final String UNSOLVED = "unsolved";
    static final String STARS = "stars";

    private CardTexts() {}

    /** The handler's card while there is something to do. */
    static ActionCard todo(Issue issue, String cardId, Directory people, URI link) {
        var buttons = new ArrayList<Button>();
        if (issue.status() == IssueStatus.ASSIGNED) {
            buttons.add(new Button(ACCEPT, "接单", true, Optional.empty()));
        }
        buttons.add(
                new Button(
                        RESOLVE, "已解决", issue.status() != IssueStatus.ASSIGNED, Optional.empty()));
        buttons.add(
                new Button("question", "需要信息", false, Optional.of(URI.create(link + "#question"))));
        buttons.add(
                new Button("transfer", "转交", false, Optional.of(URI.create(link + "#transfer"))));
        var title = (issue.urgency() == Urgency.URGENT ? "【紧急】" : "") + "待办：" + issue.title();
        return new ActionCard(
                cardId,
                title,
                issue.no().value(),
                facts(issue, people),
                Optional.empty(),
                buttons,
                Optional.empty(),
                link);
    }

    /** The handler's card when nothing is left to do there. */
    static ActionCard todoOver(
            Issue issue, String cardId, Directory people, URI link, String outcome) {
        return new ActionCard(
                cardId,
                "待办：" + issue.title(),
                issue.no().value(),
                facts(issue, people),
                Optional.empty(),
                List.of(),
                Optional.of(outcome),
                link);
    }

    /** Asks the reporter whether it is solved. */
    static ActionCard evaluation(Issue issue, String cardId, Directory people, URI link) {
        var choice =
                new Choice(
                        STARS,
                        "评分",
                        List.of(
                                new Option("5", "5 星 非常满意"),
                                new Option("4", "4 星 满意"),
                                new Option("3", "3 星 一般"),
                                new Option("2", "2 星 不满意"),
                                new Option("1", "1 星 很不满意")),
                        Optional.empty());
        var buttons =
                List.of(
                        new Button(SOLVED, "确认解决", true, Optional.empty()),
                        new Button(UNSOLVED, "未解决", false, Optional.empty()));
        return new ActionCard(
                cardId,
                "请评价：" + issue.title(),
                issue.no() + " 已由" + handler(issue, people) + "解决",
                evaluationFacts(issue),
                Optional.of(choice),
                buttons,
                Optional.empty(),
                link);
    }

    /** The evaluation card once it is decided. */
    static ActionCard evaluationOver(Issue issue, String cardId, URI link, String outcome) {
        return new ActionCard(
                cardId,
                "请评价：" + issue.title(),
                issue.no().value(),
                evaluationFacts(issue),
                Optional.empty(),
                List.of(),
                Optional.of(outcome),
                link);
    }

    /** Tells the reporter who takes care and until when. */
    static Notice received(Issue issue, Directory people, URI link) {
        var due = issue.dueAt().map(Times::spoken).orElse("待定");
        return new Notice(
                "问题已受理：" + issue.title(),
                "%s\n分类：%s\n处理人：%s\n预计解决：%s 前"
                        .formatted(issue.no(), category(issue), handler(issue, people), due),
                link);
    }

    /** Asks a lead to sort an issue the table could not classify. */
    static Notice triage(Issue issue, Directory people, URI link) {
        return new Notice(
                "请分诊：" + issue.title(),
                "%s\n提报人：%s\n关键词无法判定分类，请在问题页或 Tasklist 选择分类"
                        .formatted(issue.no(), people.name(issue.reporter())),
                link);
    }

    /** Passes the handler's question on to the reporter. */
    static Notice question(Issue issue, String question, Directory people, URI link) {
        return new Notice(
                "需要您补充信息：" + issue.title(),
                "%s\n%s问：%s\n补充后处理计时继续".formatted(issue.no(), handler(issue, people), question),
                link);
    }

    /** Reminds the reporter once. */
    static Notice evaluationReminder(Issue issue, URI link) {
        return new Notice(
                "请评价解决效果：" + issue.title(), issue.no() + "\n请在到期前确认是否解决；到期未评价将自动关闭，不计评分", link);
    }

    /** Said in the group, where everybody can read it. */
    static String calledOut(Issue issue, Directory people, URI link) {
        return "【紧急】%s\n%s\n处理人：%s\n截止时间：%s\n%s"
                .formatted(
                        issue.title(),
                        issue.no(),
                        handler(issue, people),
                        issue.personalDueAt().map(Times::spoken).orElse("待定"),
                        link);
    }

    private static List<Fact> facts(Issue issue, Directory people) {
        return List.of(
                new Fact("提报人", people.name(issue.reporter()), Optional.of(issue.reporter())),
                Fact.of("紧急程度", issue.urgency().label()),
                Fact.of("分类", category(issue)),
                Fact.of("关联项目", issue.project()),
                Fact.of("截止时间", issue.personalDueAt().map(Times::spoken).orElse("待定")));
    }

    private static List<Fact> evaluationFacts(Issue issue) {
        var measures = issue.solution().measures();
        return List.of(
                Fact.of("解决时间", issue.resolvedAt().map(Times::spoken).orElse("已重开")),
                Fact.of("解决方案", measures.isBlank() ? "处理人将补充" : measures));
    }

    private static String category(Issue issue) {
        var sub = issue.subCategory().map(keyword -> "/" + keyword).orElse("");
        return issue.category().map(category -> category + sub).orElse("待分诊");
    }

    private static String handler(Issue issue, Directory people) {
        return issue.handler().map(people::name).orElse("待定");
    }
}
