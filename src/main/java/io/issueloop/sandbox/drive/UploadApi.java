package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import java.util.Optional;

/** Files above 10 MB, in blocks of 2 MB, page 98004. */
final class UploadApi implements Endpoints.Area {

    private static final long LARGEST = 20L << 30;

    private final Guard guard;
    private final Spaces spaces;
    private final DriveFiles files;
    private final Uploads uploads;
    private final Blobs blobs;

    UploadApi(Guard guard, Spaces spaces, DriveFiles files, Uploads uploads, Blobs blobs) {
        this.guard = guard;
        this.spaces = spaces;
        this.files = files;
        this.uploads = uploads;
        this.blobs = blobs;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedrive/file_upload_init", guard.before(this::begin))
                .post("wedrive/file_upload_part", guard.before(this::part))
                .post("wedrive/file_upload_finish", guard.before(this::finish));
    }

    private Reply begin(Call call) {
        var body = call.body();
        var place = FileApi.place(body, spaces, files);
        var name = FileNames.legal(body.text("file_name", ""));
        body.flag("skip_push_card", false);
        long size = body.between("size", 0, 1, LARGEST, 640047);
        var shas = body.texts("block_sha", (int) (LARGEST / Uploads.BLOCK));
        if (shas.size() != (size + Uploads.BLOCK - 1) / Uploads.BLOCK
                || !shas.stream().allMatch(sha -> sha.matches("[0-9a-f]{40}"))) {
            throw new ApiError(640051, "block_sha does not fit the size");
        }
        var known = known(shas.get(shas.size() - 1), size);
        if (known.isEmpty()) {
            return Reply.ok()
                    .with("hit_exist", false)
                    .with("upload_key", uploads.begin(place, name, size, shas));
        }
        var sha = known.get().path("sha").asText();
        var file = files.create(place, DriveFiles.FILE, name);
        files.filled(file, sha, known.get().path("md5").asText(), size);
        return Reply.ok().with("hit_exist", true).with("fileid", file.path("fileid"));
    }

    /** A file with that content is already there: nothing needs to be sent. */
    private Optional<ObjectNode> known(String sha, long size) {
        return files.all().stream()
                .filter(f -> f.path("sha").asText().equals(sha) && blobs.has(sha))
                .filter(f -> f.path("file_size").asLong() == size)
                .findFirst();
    }

    private Reply part(Call call) {
        var body = call.body();
        var upload = uploads.require(body.text("upload_key", 640051));
        uploads.accept(upload, (int) body.number("index", 0), FileApi.decoded(body));
        return Reply.ok();
    }

    private Reply finish(Call call) {
        var upload = uploads.require(call.body().text("upload_key", 640051));
        var place =
                files.requirePlace(
                        spaces.require(upload.path("spaceid").asText()),
                        upload.path("fatherid").asText());
        var md5 = uploads.finish(upload);
        var file = files.create(place, DriveFiles.FILE, upload.path("file_name").asText());
        files.filled(file, upload.path("sha").asText(), md5, upload.path("size").asLong());
        return Reply.ok().with("fileid", file.path("fileid"));
    }
}
