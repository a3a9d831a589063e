package io.issueloop.sandbox.drive;

import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Optional;

/** File contents by their SHA-1, in parts of at most 10 MB. Equal contents are kept once. */
public final class Blobs {

    private final Table parts;

    Blobs(Store store) {
        this.parts = store.table("drive_content");
    }

    boolean has(String sha) {
        return parts.countStartingWith(sha + "/") > 0;
    }

    /** In order: {@code part} counts from 1. */
    void put(String sha, int part, byte[] bytes) {
        var text = Base64.getEncoder().encodeToString(bytes);
        parts.put(key(sha, part), Json.object().put("bytes", text));
    }

    Optional<byte[]> part(String sha, int part) {
        return parts.get(key(sha, part))
                .map(node -> Base64.getDecoder().decode(node.path("bytes").asText()));
    }

    /** Another name for what was put under {@code from}. */
    void move(String from, String to) {
        for (int part = 1; part(from, part).isPresent(); part++) {
            put(to, part, part(from, part).orElseThrow());
        }
        remove(from);
    }

    /** Writes the parts one after the other. */
    public void copy(String sha, OutputStream out) throws IOException {
        for (int i = 1; ; i++) {
            var part = part(sha, i);
            if (part.isEmpty()) {
                return;
            }
            out.write(part.get());
        }
    }

    void remove(String sha) {
        parts.removeStartingWith(sha + "/");
    }

    private static String key(String sha, int part) {
        return "%s/%06d".formatted(sha, part);
    }
}
