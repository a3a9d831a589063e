package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A message's body as people get it: checked, and cut where WeCom cuts (page 90236). */
final class Content {

    private static final int TEXT_BYTES = 2048;

    private Content() {}

    static ObjectNode of(Input body) {
        return switch (body.text("msgtype", "")) {
            case "text" -> cut(body.object("text"));
            case "markdown" -> cut(body.object("markdown"));
            case "textcard" -> textCard(body.object("textcard"));
            case "template_card" -> card(body.object("template_card"));
            default -> throw new ApiError(40008, "invalid message type");
        };
    }

    private static ObjectNode cut(Input text) {
        if (text.text("content", "").isEmpty()) {
            throw new ApiError(44004, "empty content");
        }
        return text.json().deepCopy().put("content", firstBytes(text.text("content"), TEXT_BYTES));
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
                .put("title", firstCharacters(card.text("title"), 128))
                .put("description", firstCharacters(card.text("description"), 512))
                .put("btntxt", firstCharacters(card.text("btntxt", "详情"), 4));
    }

    private static ObjectNode card(Input card) {
        CardRules.check(card);
        CardRules.checkTaskId(card, CardRules.isAnswerable(card));
        return card.json().deepCopy();
    }

    /** Bytes, not characters, and never half a character. */
    static String firstBytes(String text, int most) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return text;
        }
        var out = CharBuffer.allocate(most);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.IGNORE)
                .decode(ByteBuffer.wrap(bytes, 0, most), out, false);
        return out.flip().toString();
    }

    private static String firstCharacters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
