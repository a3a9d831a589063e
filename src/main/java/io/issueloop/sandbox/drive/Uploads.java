package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;

/** Uploads in parts, page 98004, while they last. A finished one is remembered. */
final class Uploads {

    static final int BLOCK = 2 << 20;

    private final Table uploads;
    private final Blobs blobs;
    private final Ids ids;

    Uploads(Store store, Blobs blobs, Ids ids) {
        this.uploads = store.table("drive_uploads");
        this.blobs = blobs;
        this.ids = ids;
    }

    String begin(DriveFiles.Place place, String name, long size, List<String> blockSha) {
        var key = ids.random("", 64);
        var upload =
                Json.object()
                        .put("upload_key", key)
                        .put("spaceid", place.spaceid())
                        .put("fatherid", place.fatherid())
                        .put("file_name", name)
                        .put("size", size);
        upload.set("block_sha", Json.array(blockSha));
        upload.put("finished", false);
        save(upload);
        return key;
    }

    /** 640048 where there is none, or it is finished. */
    ObjectNode require(String key) {
        return uploads.get(key)
                .filter(upload -> !upload.path("finished").asBoolean())
                .orElseThrow(() -> new ApiError(640048, "no such upload, or it is finished"));
    }

    /** Checks one block against the state its caller announced: 640051 where they differ. */
    void accept(ObjectNode upload, int index, byte[] block) {
        var shas = Json.texts(upload.path("block_sha"));
        long size = upload.path("size").asLong();
        if (index < 1 || index > shas.size()) {
            throw new ApiError(640051, "index not in 1.." + shas.size());
        }
        boolean last = index == shas.size();
        long before = (long) (index - 1) * BLOCK;
        if (block.length != (last ? size - before : BLOCK)) {
            throw new ApiError(640051, "block " + index + " has the wrong size");
        }
        var running =
                index == 1 ? RunningSha1.start() : RunningSha1.after(shas.get(index - 2), before);
        var sha = last ? running.digest(block) : running.state(block);
        if (!sha.equals(shas.get(index - 1))) {
            throw new ApiError(640051, "block " + index + " does not fit its block_sha");
        }
        blobs.put(folder(upload), index, block);
    }

    /** The content under its own SHA-1; returns its MD5. 640048 where a block is missing. */
    String finish(ObjectNode upload) {
        var shas = Json.texts(upload.path("block_sha"));
        var digests = new Digests();
        for (int index = 1; index <= shas.size(); index++) {
            int missing = index;
            digests.add(
                    blobs.part(folder(upload), index)
                            .orElseThrow(
                                    () -> new ApiError(640048, "block " + missing + " missing")));
        }
        var sha = digests.sha();
        if (blobs.has(sha)) {
            blobs.remove(folder(upload));
        } else {
            blobs.move(folder(upload), sha);
        }
        save(upload.put("finished", true).put("sha", sha));
        return digests.md5();
    }

    private static String folder(ObjectNode upload) {
        return "upload-" + upload.path("upload_key").asText();
    }

    private void save(ObjectNode upload) {
        uploads.put(upload.path("upload_key").asText(), upload);
    }
}
