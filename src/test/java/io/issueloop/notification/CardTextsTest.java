package io.issueloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.directory.Directory;
import io.issueloop.directory.TestDirectory;
import io.issueloop.issue.TestIssues;
import io.issueloop.issue.Urgency;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.notification.Message.Notice;
import io.issueloop.support.People;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every text about an issue: what it says, that it is short, and where its link leads. */
@DisplayName("消息与卡片的文字")
class CardTextsTest {

    private static final Links LINKS =
            new Links(new LinkProperties(URI.create("https://issueloop.example/")));
    private static final URI LINK = LINKS.issue(TestIssues.NO);

    private final Directory people = TestDirectory.of(new People());

    @Test
    @DisplayName("待办卡片：谁、什么、何时截止；按钮随状态而变，两个按钮打开手机页")
    void todo() {
        var issue = TestIssues.assigned(Urgency.URGENT, "订单页面性能很差");
        var card = CardTexts.todo(issue, "id", people, LINK);
        assertThat(card.title()).isEqualTo("【紧急】待办：订单页面性能很差");
        assertThat(card.facts())
                .extracting(fact -> fact.name() + "=" + fact.value())
                .contains("提报人=赵敏", "紧急程度=紧急", "分类=技术/性能", "截止时间=11月25日（周三）10:00");
        assertThat(card.buttons())
                .extracting(Button::text)
                .containsExactly("接单", "已解决", "需要信息", "转交");
        assertThat(card.buttons().get(2).link()).contains(URI.create(LINK + "#question"));
        assertThat(card.buttons().get(3).link()).contains(URI.create(LINK + "#transfer"));
        isShort(card);
        var over = CardTexts.todoOver(issue, "id", people, LINK, "已转交");
        assertThat(over.buttons()).isEmpty();
        assertThat(over.outcome()).contains("已转交");
        isShort(over);
    }

    @Test
    @DisplayName("评价卡片：谁解决的、怎么解决的，五档评分和两个按钮")
    void evaluation() {
        var issue = TestIssues.resolved("加了缓存");
        var card = CardTexts.evaluation(issue, "id", people, LINK);
        assertThat(card.title()).isEqualTo("请评价：订单页面性能很差");
        assertThat(card.description()).isEqualTo("ISS-20261123-0007 已由张伟解决");
        assertThat(card.facts())
                .extracting(fact -> fact.name() + "=" + fact.value())
                .containsExactly("解决时间=11月24日（周二）10:00", "解决方案=加了缓存");
        assertThat(card.choice().orElseThrow().options()).hasSize(5);
        assertThat(card.buttons()).extracting(Button::text).containsExactly("确认解决", "未解决");
        isShort(card);
        isShort(CardTexts.evaluationOver(issue, "id", LINK, "已确认"));
        assertThat(CardTexts.evaluation(TestIssues.resolved(""), "id", people, LINK).facts())
                .extracting(Message.Fact::value)
                .contains("处理人将补充");
    }

    @Test
    @DisplayName("通知：标题说是什么事，正文说该知道的，链接打开对应的页")
    void notices() {
        var issue = TestIssues.assigned(Urgency.HIGH, "订单页面性能很差");
        is(
                CardTexts.received(issue, people, LINK),
                "问题已受理：订单页面性能很差",
                "ISS-20261123-0007\n分类：技术/性能\n处理人：张伟\n预计解决：11月25日（周三）10:00 前");
        is(
                CardTexts.triage(issue, people, LINK),
                "请分诊：订单页面性能很差",
                "ISS-20261123-0007\n提报人：赵敏\n关键词无法判定分类，请在问题页或 Tasklist 选择分类");
        is(
                CardTexts.question(issue, "哪个页面？", people, LINK),
                "需要您补充信息：订单页面性能很差",
                "ISS-20261123-0007\n张伟问：哪个页面？\n补充后处理计时继续");
        is(
                CardTexts.evaluationReminder(issue, LINK),
                "请评价解决效果：订单页面性能很差",
                "ISS-20261123-0007\n请在到期前确认是否解决；到期未评价将自动关闭，不计评分");
    }

    @Test
    @DisplayName("群里喊人：最后一行是链接")
    void calledOut() {
        var issue = TestIssues.assigned(Urgency.URGENT, "订单页面性能很差");
        assertThat(CardTexts.calledOut(issue, people, LINK).lines())
                .startsWith("【紧急】订单页面性能很差", "ISS-20261123-0007", "处理人：张伟")
                .endsWith(LINK.toString());
    }

    @Test
    @DisplayName("很长的描述在标题里被截短；链接都在公开地址下")
    void longDescriptionsAreCut() {
        var issue = TestIssues.assigned(Urgency.LOW, "很长".repeat(200));
        isShort(CardTexts.todo(issue, "id", people, LINK));
        assertThat(CardTexts.received(issue, people, LINK).title()).hasSizeLessThan(60);
        assertThat(
                        List.of(
                                LINKS.report(),
                                LINKS.reportedByMe(),
                                LINKS.handledByMe(),
                                LINKS.dashboard(),
                                LINKS.tasklist(),
                                LINK))
                .allMatch(link -> link.toString().startsWith("https://issueloop.example/"))
                .noneMatch(link -> link.toString().contains("example//"));
    }

    private static void is(Notice notice, String title, String text) {
        assertThat(notice).isEqualTo(new Notice(title, text, LINK));
    }

    /** Page 90236 cuts what is longer; a card is read in a second or not at all. */
    private static void isShort(ActionCard card) {
        assertThat(card.link()).isEqualTo(LINK);
        assertThat(card.title().length()).isLessThanOrEqualTo(64);
        assertThat(card.description().length()).isLessThanOrEqualTo(128);
        assertThat(card.facts()).hasSizeLessThanOrEqualTo(6);
        assertThat(card.buttons()).hasSizeLessThanOrEqualTo(6);
    }
}
