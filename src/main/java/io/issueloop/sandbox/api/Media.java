package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** Temporary files of the app and of group robots, kept three days: pages 90253 and 99110. */
public final class Media {

    /** The owner of what {@code media/upload} took. */
    public static final String APP = "";

    private static final int MIB = 1 << 20;
    private static final Map<String, Integer> LARGEST =
            Map.of("image", 10 * MIB, "voice", 2 * MIB, "video", 10 * MIB, "file", 20 * MIB);
    private static final long LIFE_SECONDS = 3 * 86_400;

    private final Table media;
    private final Ids ids;
    private final SandboxClock clock;

    Media(Store store, Ids ids, SandboxClock clock) {
        this.media = store.table("media");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks and keeps an upload.
     *
     * @param owner {@link #APP} or a robot's key: only the owner may use it
     */
    public Reply upload(Optional<MultipartFile> upload, String type, String owner) {
        if (!LARGEST.containsKey(type)) {
            throw new ApiError(40005, "invalid type");
        }
        var file = upload.orElseThrow(() -> new ApiError(44001, "empty media data"));
        if (file.getSize() <= 5) {
            throw new ApiError(40006, "invalid file size");
        }
        if (file.getSize() > LARGEST.get(type)) {
            throw new ApiError(45001, "media size out of limit");
        }
        requireFormat(type, bytes(file));
        var id = ids.random("3", 60);
        long created = clock.seconds();
        media.put(
                id,
                Json.object()
                        .put("name", String.valueOf(file.getOriginalFilename()))
                        .put("contentType", String.valueOf(file.getContentType()))
                        .put("type", type)
                        .put("owner", owner)
                        .put("created", created)
                        .put("size", file.getSize())
                        .put("bytes", Base64.getEncoder().encodeToString(bytes(file))));
        return Reply.ok()
                .with("type", type)
                .with("media_id", id)
                .with("created_at", Long.toString(created));
    }

    /** 40007 unknown or of another owner, 40145 too old. */
    public ObjectNode require(String id, String owner) {
        var file =
                media.get(id)
                        .filter(known -> known.path("owner").asText().equals(owner))
                        .orElseThrow(() -> new ApiError(40007, "invalid media_id"));
        if (file.path("created").asLong() + LIFE_SECONDS <= clock.seconds()) {
            throw new ApiError(40145, "media_id expired");
        }
        return file;
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

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
