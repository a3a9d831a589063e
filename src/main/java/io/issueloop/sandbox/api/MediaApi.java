package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Temporary media, kept three days: page 90253. */
final class MediaApi implements Endpoints.Area {

    private static final int MIB = 1 << 20;
    private static final Map<String, Integer> LARGEST =
            Map.of("image", 10 * MIB, "voice", 2 * MIB, "video", 10 * MIB, "file", 20 * MIB);
    private static final long LIFE_SECONDS = 3 * 86_400;

    private final Table media;
    private final Ids ids;
    private final SandboxClock clock;

    MediaApi(Store store, Ids ids, SandboxClock clock) {
        this.media = store.table("media");
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("media/upload", this::upload).get("media/get", this::download);
    }

    private Reply upload(Call call) {
        var type = call.query("type", 40005);
        var largest = LARGEST.get(type);
        if (largest == null) {
            throw new ApiError(40005, "invalid type");
        }
        var file = call.file().orElseThrow(() -> new ApiError(44001, "empty media data"));
        if (file.getSize() <= 5) {
            throw new ApiError(40006, "invalid file size");
        }
        if (file.getSize() > largest) {
            throw new ApiError(45001, "media size out of limit");
        }
        requireFormat(type, bytes(file));
        var id = ids.random("3", 60);
        var created = clock.seconds();
        media.put(
                id,
                Json.object()
                        .put("name", String.valueOf(file.getOriginalFilename()))
                        .put("contentType", String.valueOf(file.getContentType()))
                        .put("created", created)
                        .put("bytes", Base64.getEncoder().encodeToString(bytes(file))));
        return Reply.ok()
                .with("type", type)
                .with("media_id", id)
                .with("created_at", Long.toString(created));
    }

    /** Images are JPG or PNG, voices AMR (301017), videos MP4 (page 90253). */
    private static void requireFormat(String type, byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        boolean right =
                switch (type) {
                    case "image" ->
                            head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("\u0089PNG");
                    case "voice" -> head.startsWith("#!AMR");
                    case "video" -> head.startsWith("ftyp", 4);
                    default -> true;
                };
        if (!right) {
            throw new ApiError(
                    type.equals("voice") ? 301017 : 40005, "invalid " + type + " format");
        }
    }

    private Reply download(Call call) {
        var file =
                media.get(call.query("media_id", 41006))
                        .orElseThrow(() -> new ApiError(40007, "invalid media_id"));
        if (file.path("created").asLong() + LIFE_SECONDS <= clock.seconds()) {
            throw new ApiError(40145, "media_id expired");
        }
        return Reply.file(
                new Reply.Download(
                        Base64.getDecoder().decode(file.path("bytes").asText()),
                        file.path("contentType").asText(),
                        file.path("name").asText().replaceAll("[\"\\\\\\p{Cntrl}]", "_")));
    }

    private static byte[] bytes(org.springframework.web.multipart.MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
