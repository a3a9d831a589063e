package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.message.Articles;
import io.issueloop.sandbox.message.CardRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What a robot may say. Nothing is cut: too long is refused; no card that answers. */
final class RobotContent {

    private static final List<String> CARDS = List.of("text_notice", "news_notice");
    private static final int MOST_MENTIONED = 2_000;
    private static final int IMAGE_BYTES = 2 << 20;

    private final Media media;
    private final String key;

    RobotContent(Media media, String key) {
        this.media = media;
        this.key = key;
    }

    ObjectNode of(Input body) {
        var type = body.text("msgtype", "");
        return switch (type) {
            case "text" -> text(body.object(type));
            case "markdown", "markdown_v2" -> limited(body.object(type), type, 4096);
            case "image" -> image(body.object(type));
            case "news" -> Articles.news(body.object(type));
            case "file", "voice" -> file(body.object(type), type);
            case "template_card" -> card(body.object(type));
            default -> throw new ApiError(40008, "invalid message type");
        };
    }

    private static ObjectNode text(Input text) {
        text.texts("mentioned_list", MOST_MENTIONED);
        text.texts("mentioned_mobile_list", MOST_MENTIONED);
        return limited(text, "text", 2048);
    }

    private static ObjectNode limited(Input text, String type, int bytes) {
        var content = text.text("content", "");
        if (content.isEmpty()) {
            throw new ApiError(44004, "empty content");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw ApiError.invalid(type + ".content exceed max length " + bytes);
        }
        return text.json().deepCopy();
    }

    private static ObjectNode image(Input image) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(image.text("base64"));
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("image.base64 is not base64");
        }
        if (bytes.length > IMAGE_BYTES || bytes.length < 5) {
            throw new ApiError(40009, "invalid image size");
        }
        boolean png = bytes[0] == (byte) 0x89 && bytes[1] == 'P';
        boolean jpg = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
        if (!png && !jpg) {
            throw new ApiError(40005, "invalid image type");
        }
        if (!md5(bytes).equals(image.text("md5"))) {
            throw new ApiError(301019, "image md5 not match");
        }
        return image.json().deepCopy();
    }

    private ObjectNode file(Input body, String type) {
        var file = media.require(body.text("media_id"), key);
        if (!file.path("type").asText().equals(type)) {
            throw new ApiError(40007, "invalid media_id: not a " + type);
        }
        return body.json()
                .deepCopy()
                .put("fileName", file.path("name").asText())
                .put("fileSize", file.path("size").asLong());
    }

    private static ObjectNode card(Input card) {
        if (!CARDS.contains(card.text("card_type", ""))) {
            throw new ApiError(42031, "invalid Template_Card.CardType");
        }
        CardRules.check(card);
        return card.json().deepCopy();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
