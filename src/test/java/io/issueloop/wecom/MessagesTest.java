package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.kpi.KpiMessenger;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.notification.Message.Choice;
import io.issueloop.notification.Message.Fact;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.notification.MessageSender.RecipientUnreachable;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final URI LINK = URI.create("http://localhost:8080/issues/ISS-20261122-0001");

    private final World world = World.shared();
    private final MessageSender sender = world.the(MessageSender.class);

    @Test
    @DisplayName("用户写的尖括号只是文字，不会变成企业微信的标记")
    void whatMembersWroteIsNoMarkup() {
        var to = UserId.of("sunli");
        sender.send(List.of(to), new Notice("<b>标题", "第一行<div class=\"gray\">\n第二行", LINK));
        var card = last(to).path("content");
        assertThat(card.path("title").asText()).isEqualTo("＜b＞标题");
        assertThat(card.path("description").asText()).isEqualTo("第一行＜div class=\"gray\"＞<br>第二行");
    }

    @Test
    void longTextsAreCutNotRefused() {
        var to = UserId.of("sunli");
        sender.send(List.of(to), new Notice("题😀".repeat(200), "行\n😀".repeat(300), LINK));
        var card = last(to).path("content");
        assertThat(card.path("title").asText()).hasSizeLessThanOrEqualTo(128).endsWith("…");
        assertThat(card.path("description").asText()).hasSizeLessThanOrEqualTo(512);
    }

    @Test
    @DisplayName("卡片更新一次后变灰，同一更新码不能再用")
    void cardIsUpdatedOnceByItsCode() {
        var to = UserId.of("zhaomin");
        var receipt = sender.send(List.of(to), card("card-1", List.of(button("accept", "接单"))));
        var code = receipt.updateCode().orElseThrow();
        var accepted = over("card-1", "已接单");
        assertThat(sender.update(to, code, accepted)).isTrue();
        assertThat(sender.update(to, code, accepted)).isFalse();
        assertThat(last(to).path("card").path("replace_text").asText()).isEqualTo("已接单");
    }

    @Test
    void cardShowsFactsChoiceAndButtons() {
        var to = UserId.of("zhaomin");
        var choice =
                new Choice("stars", "评分", List.of(new Choice.Option("5", "5 星")), Optional.empty());
        sender.send(
                List.of(to),
                new ActionCard(
                        "card-2",
                        "请评价",
                        "ISS-20261122-0001",
                        List.of(
                                Fact.of("分类", "技术"),
                                new Fact("处理人", "张伟", Optional.of(UserId.of("zhangwei")))),
                        Optional.of(choice),
                        List.of(
                                button("solved", "确认解决"),
                                new Button("more", "需要信息", false, Optional.of(LINK))),
                        Optional.empty(),
                        LINK));
        var card = last(to).path("card");
        assertThat(card.at("/horizontal_content_list/1/type").asInt()).isEqualTo(3);
        assertThat(card.at("/horizontal_content_list/1/userid").asText()).isEqualTo("zhangwei");
        assertThat(card.at("/button_selection/option_list/0/id").asText()).isEqualTo("5");
        assertThat(card.at("/button_list/1/url").asText()).isEqualTo(LINK.toString());
    }

    @Test
    @DisplayName("答复丢失后重发：卡片只出现一次")
    void cardWhoseAnswerWasLostIsNotRepeated() {
        var to = UserId.of("xujing");
        int before = world.people.messages("xujing").size();
        var card = card("card-3", List.of(button("accept", "接单")));
        sender.send(List.of(to), card);
        sender.send(List.of(to), card);
        var changed = card("card-3", List.of(button("accept", "现在接单")));
        assertThat(sender.send(List.of(to), changed).updateCode()).isEmpty();
        assertThat(world.people.messages("xujing")).hasSize(before + 1);
    }

    @Test
    void finishedCardIsSentAsANotice() {
        var to = UserId.of("yangfan");
        sender.send(List.of(to), over("card-4", "已由他人处理"));
        assertThat(last(to).path("card").path("card_type").asText()).isEqualTo("text_notice");
    }

    @Test
    void nobodyToReachIsForGood() {
        var nobody = List.of(UserId.of("nobody-here"));
        assertThatThrownBy(() -> sender.send(nobody, new Notice("标题", "文字", LINK)))
                .isInstanceOf(RecipientUnreachable.class)
                .hasMessageContaining("可见范围");
    }

    @Test
    void othersGetItWhenOneCannotBeReached() {
        var to = List.of(UserId.of("nobody-here"), UserId.of("zhulin"));
        assertThat(sender.send(to, new Notice("标题", "文字", LINK)).messageId()).isNotEmpty();
        assertThat(world.people.messages("zhulin")).isNotEmpty();
    }

    @Test
    void messageIsRecalledAndUnknownOnesAreRefused() {
        var to = UserId.of("machao");
        var receipt = sender.send(List.of(to), new Notice("标题", "文字", LINK));
        assertThat(sender.recall(receipt.messageId())).isTrue();
        assertThat(last(to).path("recalled").asBoolean()).isTrue();
        assertThat(sender.recall("")).isFalse();
    }

    @Test
    @DisplayName("每人每分钟至多 30 条，多出的带着等待时间退回")
    void thirtyMessagesAMinuteToOneMember() {
        var to = List.of(UserId.of("liuyang"));
        IntStream.range(0, 30).forEach(i -> sender.send(to, new Notice("标题", "第 " + i, LINK)));
        assertThatThrownBy(() -> sender.send(to, new Notice("标题", "第 31", LINK)))
                .isInstanceOfSatisfying(
                        WeComBusy.class,
                        busy ->
                                assertThat(busy.retryAfter())
                                        .isBetween(
                                                java.time.Duration.ofSeconds(30),
                                                java.time.Duration.ofSeconds(75)));
        assertThat(world.people.messages("liuyang")).hasSize(30);
    }

    @Test
    void kpiLinksAreCompletedWithThePublicAddress() {
        var to = UserId.of("gaoxiang");
        world.the(KpiMessenger.class).send(List.of(to), "本季进度", "4/5", URI.create("/dashboard"));
        assertThat(last(to).at("/content/url").asText())
                .startsWith("http://localhost:")
                .endsWith("/dashboard");
    }

    private JsonNode last(UserId to) {
        return WeComContractTest.last(world.people.messages(to.value())).orElseThrow();
    }

    private static Button button(String key, String text) {
        return new Button(key, text, true, Optional.empty());
    }

    private static ActionCard card(String id, List<Button> buttons) {
        return new ActionCard(
                id, "待办", "说明", List.of(), Optional.empty(), buttons, Optional.empty(), LINK);
    }

    private static ActionCard over(String id, String outcome) {
        return new ActionCard(
                id, "待办", "说明", List.of(), Optional.empty(), List.of(), Optional.of(outcome), LINK);
    }
}
