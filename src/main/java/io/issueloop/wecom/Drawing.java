package io.issueloop.wecom;

import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Choice;
import io.issueloop.notification.Message.Fact;
import io.issueloop.notification.Message.Notice;
import io.issueloop.wecom.MessageApi.TextCard;
import io.issueloop.wecom.TemplateCard.Action;
import io.issueloop.wecom.TemplateCard.Button;
import io.issueloop.wecom.TemplateCard.Card;
import io.issueloop.wecom.TemplateCard.Line;
import io.issueloop.wecom.TemplateCard.Option;
import io.issueloop.wecom.TemplateCard.Selection;
import io.issueloop.wecom.TemplateCard.Title;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our messages as WeCom's cards (page 90236). Template cards show text as it is, without markup.
 */
final class Drawing {

    private static final int PRIMARY = 1;
    private static final int PLAIN = 2;
    private static final int CALLBACK = 0;
    private static final int PAGE = 1;
    private static final int MEMBER = 3;

    private Drawing() {}

    /** A text card: the only kind with room for several lines. Its line break is a tag. */
    static TextCard notice(Notice notice) {
        var lines = WireText.withoutTags(notice.text()).replace("\r", "");
        int breaks = (int) lines.chars().filter(c -> c == '\n').count();
        return new TextCard(
                WireText.cut(WireText.withoutTags(notice.title()), 128),
                WireText.cut(lines, Math.max(100, 512 - 3 * breaks)).replace("\n", "<br>"),
                notice.link().toString(),
                "详情");
    }

    /** As it is sent first; one without buttons only tells. */
    static Card fresh(ActionCard card) {
        return card.buttons().isEmpty()
                ? card(card, "text_notice", card.outcome().orElse(null), card.cardId(), null, null)
                : card(card, "button_interaction", null, card.cardId(), buttons(card), null);
    }

    /**
     * As it replaces the one before, under the same task id. Without buttons it shows the outcome
     * as one grey button (page 94888 {@code replace_text}).
     */
    static Card updated(ActionCard card) {
        if (!card.buttons().isEmpty()) {
            return card(card, "button_interaction", null, null, buttons(card), null);
        }
        var outcome = WireText.cut(card.outcome().orElse("已结束"), 32);
        var grey = List.of(new Button(outcome, PLAIN, "over", CALLBACK, null));
        return card(card, "button_interaction", null, null, grey, outcome);
    }

    private static Card card(
            ActionCard card,
            String type,
            @Nullable String subTitle,
            @Nullable String taskId,
            @Nullable List<Button> buttons,
            @Nullable String replaceText) {
        return new Card(
                type,
                title(card),
                subTitle == null ? null : WireText.cut(subTitle, 112),
                lines(card.facts()),
                action(card.link()),
                taskId,
                buttons == null ? null : card.choice().map(Drawing::selection).orElse(null),
                buttons,
                replaceText);
    }

    private static List<Button> buttons(ActionCard card) {
        return card.buttons().stream().limit(6).map(Drawing::button).toList();
    }

    private static Title title(ActionCard card) {
        return new Title(WireText.cut(card.title(), 64), WireText.cut(card.description(), 128));
    }

    private static List<Line> lines(List<Fact> facts) {
        return facts.stream().limit(6).map(Drawing::line).toList();
    }

    private static Line line(Fact fact) {
        var name = WireText.cut(fact.name(), 16);
        var value = WireText.cut(fact.value(), 64);
        return fact.person()
                .map(person -> new Line(name, value, MEMBER, person.value()))
                .orElseGet(() -> new Line(name, value, null, null));
    }

    private static Selection selection(Choice choice) {
        return new Selection(
                choice.key(),
                WireText.cut(choice.title(), 16),
                choice.options().stream()
                        .limit(10)
                        .map(option -> new Option(option.id(), WireText.cut(option.text(), 32)))
                        .toList(),
                choice.selected().orElse(null));
    }

    private static Button button(io.issueloop.notification.Message.Button button) {
        var text = WireText.cut(button.text(), 16);
        int style = button.primary() ? PRIMARY : PLAIN;
        return button.link()
                .map(page -> new Button(text, style, null, PAGE, page.toString()))
                .orElseGet(() -> new Button(text, style, button.key(), CALLBACK, null));
    }

    private static Action action(URI link) {
        return new Action(PAGE, link.toString());
    }
}
