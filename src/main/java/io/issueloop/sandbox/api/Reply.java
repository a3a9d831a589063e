package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.Optional;

/** A successful answer: JSON that opens with errcode 0, or a file. */
public final class Reply {

    /** The bytes of {@code media/get}. */
    public record Download(byte[] bytes, String contentType, String fileName) {}

    private final ObjectNode json = Json.object().put("errcode", 0).put("errmsg", "ok");
    private final Optional<Download> download;

    private Reply(Optional<Download> download) {
        this.download = download;
    }

    public static Reply ok() {
        return new Reply(Optional.empty());
    }

    public static Reply file(Download download) {
        return new Reply(Optional.of(download));
    }

    public Reply with(String name, Object value) {
        json.set(name, value instanceof JsonNode node ? node : Json.MAPPER.valueToTree(value));
        return this;
    }

    public Reply withAll(ObjectNode fields) {
        json.setAll(fields);
        return this;
    }

    public ObjectNode json() {
        return json;
    }

    public Optional<Download> download() {
        return download;
    }
}
