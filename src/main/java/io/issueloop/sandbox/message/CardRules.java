package io.issueloop.sandbox.message;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What makes a template card illegal, part by part, with WeCom's code for it (pages 90236, 90313).
 */
public final class CardRules {

    private static final List<String> TYPES =
            List.of(
                    "text_notice",
                    "news_notice",
                    "button_interaction",
                    "vote_interaction",
                    "multiple_interaction");
    private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_\\-@]{1,128}");

    private final Input card;

    private CardRules(Input card) {
        this.card = card;
    }

    /** Whether people can answer on the card, so that a response code belongs to it. */
    static boolean isAnswerable(Input card) {
        return card.text("card_type", "").endsWith("_interaction") || card.has("action_menu");
    }

    public static void check(Input card) {
        var rules = new CardRules(card);
        if (!TYPES.contains(card.text("card_type", ""))) {
            throw new ApiError(42031, "invalid Template_Card.CardType");
        }
        rules.checkShared();
        switch (card.text("card_type")) {
            case "text_notice" -> rules.checkTextNotice();
            case "news_notice" -> rules.checkNewsNotice();
            case "button_interaction" -> rules.checkButtons();
            case "vote_interaction" -> rules.checkVote();
            default -> rules.checkSelects();
        }
    }

    static void checkTaskId(Input card, boolean required) {
        var id = card.text("task_id", "");
        if (required && id.isEmpty() || !id.isEmpty() && !TASK_ID.matcher(id).matches()) {
            throw new ApiError(42014, "invalid task_id");
        }
    }

    private void checkShared() {
        card.optionalObject("source").ifPresent(s -> s.between("desc_color", 0, 0, 3));
        card.optionalObject("quote_area").ifPresent(CardRules::checkLink);
        for (var item : list(card, "horizontal_content_list", 0, 6, 42035)) {
            require(item, "keyname", 42027);
            switch ((int) item.number("type", 0)) {
                case 1 -> require(item, "url", 42028);
                case 2 -> require(item, "media_id", 42029);
                case 3 -> require(item, "userid", 42050);
                default -> {}
            }
        }
        for (var jump : list(card, "jump_list", 0, 3, 42042)) {
            require(jump, "title", 42033);
            checkLink(jump);
        }
        card.optionalObject("action_menu").ifPresent(CardRules::checkMenu);
        card.optionalObject("card_action").ifPresent(CardRules::checkLink);
    }

    private void checkTextNotice() {
        boolean titled = card.optionalObject("main_title").map(t -> t.has("title")).orElse(false);
        if (!titled && card.text("sub_title_text", "").isEmpty()) {
            throw new ApiError(42033, "missing Template_Card title");
        }
        requireCardAction();
    }

    private void checkNewsNotice() {
        requireTitle();
        if (!card.has("image_text_area")) {
            var image = card.optionalObject("card_image").orElse(Input.empty());
            require(image, "url", 42044);
        }
        list(card, "vertical_content_list", 0, 4, 42036)
                .forEach(item -> require(item, "title", 42033));
        requireCardAction();
    }

    private void checkButtons() {
        requireTitle();
        card.optionalObject("button_selection").ifPresent(s -> checkOptions(s, 10));
        var keys = new HashSet<String>();
        for (var button : list(card, "button_list", 1, 6, 42038)) {
            require(button, "text", 42038);
            button.between("style", 1, 1, 4);
            if (button.between("type", 0, 0, 1) == 1) {
                require(button, "url", 42028);
            } else {
                require(button, "key", 42039);
                requireBytes(button, "key", 1024, 42039);
                if (!keys.add(button.text("key"))) {
                    throw new ApiError(42039, "button_list.key is not unique");
                }
            }
        }
    }

    private void checkVote() {
        requireTitle();
        var box = card.optionalObject("checkbox").orElse(Input.empty());
        box.between("mode", 0, 0, 1);
        checkOptions(box, 20);
        checkSubmit();
    }

    private void checkSelects() {
        requireTitle();
        list(card, "select_list", 1, 3, 42047).forEach(select -> checkOptions(select, 10));
        checkSubmit();
    }

    private void checkSubmit() {
        var submit = card.optionalObject("submit_button").orElse(Input.empty());
        require(submit, "text", 42049);
        require(submit, "key", 42046);
        requireBytes(submit, "key", 1024, 42046);
    }

    private static void checkOptions(Input question, int most) {
        require(question, "question_key", 42043);
        requireBytes(question, "question_key", 1024, 42043);
        var ids = new HashSet<String>();
        for (var option : list(question, "option_list", 1, most, 42037)) {
            require(option, "id", 42040);
            requireBytes(option, "id", 128, 42040);
            require(option, "text", 42041);
            if (!ids.add(option.text("id"))) {
                throw new ApiError(42040, "option_list.id is not unique");
            }
        }
    }

    private static void checkMenu(Input menu) {
        var keys = new HashSet<String>();
        for (var action : list(menu, "action_list", 1, 3, 42051)) {
            if (!keys.add(action.text("key")) || action.text("text").isEmpty()) {
                throw new ApiError(42051, "action_menu.action_list.key conflicts");
            }
        }
    }

    private static void checkLink(Input link) {
        switch ((int) link.between("type", 0, 0, 3)) {
            case 1 -> require(link, "url", 42028);
            case 2 -> require(link, "appid", 42030);
            default -> {}
        }
    }

    private void requireTitle() {
        var title = card.optionalObject("main_title").orElse(Input.empty());
        require(title, "title", 42033);
    }

    private void requireCardAction() {
        var action = card.optionalObject("card_action").orElse(Input.empty());
        if (action.number("type", 0) < 1) {
            throw new ApiError(42045, "missing Template_Card.card_action");
        }
    }

    private static List<Input> list(Input of, String name, int least, int most, int errcode) {
        var items = of.objects(name, 1000);
        if (items.size() < least || items.size() > most) {
            throw new ApiError(errcode, "invalid size of Template_Card." + name);
        }
        return items;
    }

    private static void require(Input part, String name, int errcode) {
        if (part.text(name, "").isEmpty()) {
            throw new ApiError(errcode, "missing or invalid Template_Card " + name);
        }
    }

    private static void requireBytes(Input part, String name, int most, int errcode) {
        if (part.text(name).getBytes(StandardCharsets.UTF_8).length > most) {
            throw new ApiError(errcode, name + " longer than " + most + " bytes");
        }
    }
}
