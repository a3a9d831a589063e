package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Media;
import java.nio.charset.StandardCharsets;

/** A message's body as people get it: checked, and cut where WeCom cuts (page 90236). */
public final class Content {

    private static final int TEXT_BYTES = 2048;

    private final Media media;

    Content(Media media) {
        this.media = media;
    }

    /** What an app may send to a person. */
    ObjectNode of(Input body) {
        return body.text("msgtype", "").equals("template_card")
                ? card(body.object("template_card"))
                : plain(body);
    }

    /** What also a group takes (page 90248): everything but cards that answer. */
    public ObjectNode plain(Input body) {
        var type = body.text("msgtype", "");
        return switch (type) {
            case "text", "markdown" -> cut(body.object(type));
            case "textcard" -> textCard(body.object("textcard"));
            case "image", "voice", "video", "file" -> file(body.object(type), type);
            case "news" -> Articles.news(body.object("news"));
            case "mpnews" -> Articles.mpnews(body.object("mpnews"), media);
            default -> throw new ApiError(40008, "invalid message type");
        };
    }

    private static ObjectNode cut(Input text) {
        if (text.text("content", "").isEmpty()) {
            throw new ApiError(44004, "empty content");
        }
        return text.json()
                .deepCopy()
                .put("content", Cut.firstBytes(text.text("content"), TEXT_BYTES));
    }

    private static ObjectNode textCard(Input card) {
        if (card.text("title", "").isEmpty()) {
            throw new ApiError(41016, "missing title");
        }
        var url = card.text("url", "");
        if (url.isEmpty()) {
            throw new ApiError(41010, "missing url");
        }
        if (url.getBytes(StandardCharsets.UTF_8).length > 2048) {
            throw new ApiError(40039, "invalid url size");
        }
        return card.json()
                .deepCopy()
                .put("title", Cut.firstCharacters(card.text("title"), 128))
                .put("description", Cut.firstCharacters(card.text("description"), 512))
                .put("btntxt", Cut.firstCharacters(card.text("btntxt", "详情"), 4));
    }

    /** With its name and size, for people to see. */
    private ObjectNode file(Input body, String type) {
        var file = media.require(body.text("media_id"), Media.APP);
        if (!file.path("type").asText().equals(type)) {
            throw new ApiError(40007, "invalid media_id: not a " + type);
        }
        return body.json()
                .deepCopy()
                .put("fileName", file.path("name").asText())
                .put("fileSize", file.path("size").asLong());
    }

    private static ObjectNode card(Input card) {
        CardRules.check(card);
        CardRules.checkTaskId(card, CardRules.isAnswerable(card));
        return card.json().deepCopy();
    }
}
