package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files and folders of the spaces. A space's root folder has the space's own id. */
public final class DriveFiles {

    public static final int FOLDER = 1;
    public static final int FILE = 2;

    private static final int DELETED = 2;

    private final Table files;
    private final Blobs blobs;
    private final Ids ids;
    private final SandboxClock clock;

    DriveFiles(Store store, Blobs blobs, Ids ids, SandboxClock clock) {
        this.files = store.table("drive_files");
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** A place in a space. */
    record Place(String spaceid, String fatherid) {}

    ObjectNode create(Place place, int type, String name) {
        var kind = type == FOLDER ? "_d." : "_f.";
        var file =
                Json.object()
                        .put("fileid", ids.random(place.spaceid() + kind, 13))
                        .put("file_name", freeName(place.fatherid(), FileNames.legal(name), ""))
                        .put("spaceid", place.spaceid())
                        .put("fatherid", place.fatherid())
                        .put("file_size", 0)
                        .put("ctime", clock.seconds())
                        .put("mtime", clock.seconds())
                        .put("file_type", type)
                        .put("file_status", 1)
                        .put("sha", "")
                        .put("md5", "")
                        .put("url", "");
        file.putArray("members");
        save(file);
        return file;
    }

    ObjectNode create(Place place, String name, byte[] content) {
        var digests = new Digests().add(content);
        var sha = digests.sha();
        if (!blobs.has(sha)) {
            blobs.put(sha, 1, content);
        }
        return filled(create(place, FILE, name), sha, digests.md5(), content.length);
    }

    /** Its content is (now) what lies under {@code sha}. */
    ObjectNode filled(ObjectNode file, String sha, String md5, long size) {
        file.put("sha", sha).put("md5", md5).put("file_size", size);
        save(file.put("mtime", clock.seconds()));
        return file;
    }

    ObjectNode replaceContent(ObjectNode file, byte[] content) {
        var old = file.path("sha").asText();
        var digests = new Digests().add(content);
        var sha = digests.sha();
        blobs.put(sha, 1, content);
        filled(file, sha, digests.md5(), content.length);
        forget(old);
        return file;
    }

    public Optional<ObjectNode> find(String fileid) {
        return files.get(fileid).filter(f -> f.path("file_status").asInt() != DELETED);
    }

    /** 640024 no id given, 640002 no such file, 640003 deleted. */
    ObjectNode require(String fileid) {
        if (fileid.isEmpty()) {
            throw new ApiError(640024, "missing fileid");
        }
        var file = files.get(fileid).orElseThrow(() -> new ApiError(640002, "no such file"));
        if (file.path("file_status").asInt() == DELETED) {
            throw new ApiError(640003, "file is deleted");
        }
        return file;
    }

    /** 640021 where that folder is not in that space. */
    Place requirePlace(ObjectNode space, String fatherid) {
        var spaceid = space.path("spaceid").asText();
        boolean known =
                fatherid.equals(spaceid)
                        || find(fatherid)
                                .filter(f -> f.path("file_type").asInt() == FOLDER)
                                .filter(f -> f.path("spaceid").asText().equals(spaceid))
                                .isPresent();
        if (!known) {
            throw new ApiError(640021, "invalid fatherid: " + fatherid);
        }
        return new Place(spaceid, fatherid);
    }

    public List<ObjectNode> in(String fatherid) {
        return alive().filter(f -> f.path("fatherid").asText().equals(fatherid)).toList();
    }

    public List<ObjectNode> all() {
        return alive().toList();
    }

    void rename(ObjectNode file, String name) {
        var father = file.path("fatherid").asText();
        file.put(
                "file_name", freeName(father, FileNames.legal(name), file.path("fileid").asText()));
        save(file.put("mtime", clock.seconds()));
    }

    /** With everything in it; a file of the same name is replaced or kept beside it. */
    void move(ObjectNode file, Place target, boolean replace) {
        var fileid = file.path("fileid").asText();
        if (isWithin(target.fatherid(), fileid)) {
            throw new ApiError(640021, "a folder can not be moved into itself");
        }
        var name = file.path("file_name").asText();
        if (replace) {
            in(target.fatherid()).stream()
                    .filter(f -> f.path("file_name").asText().equals(name))
                    .filter(f -> !f.path("fileid").asText().equals(fileid))
                    .forEach(this::delete);
        }
        file.put("file_name", freeName(target.fatherid(), name, fileid));
        save(file.put("fatherid", target.fatherid()).put("mtime", clock.seconds()));
        settle(file, target.spaceid());
    }

    private void settle(ObjectNode file, String spaceid) {
        save(file.put("spaceid", spaceid));
        in(file.path("fileid").asText()).forEach(child -> settle(child, spaceid));
    }

    void delete(ObjectNode file) {
        in(file.path("fileid").asText()).forEach(this::delete);
        save(file.put("file_status", DELETED));
        forget(file.path("sha").asText());
    }

    void removeSpace(String spaceid) {
        alive().filter(f -> f.path("spaceid").asText().equals(spaceid)).forEach(this::delete);
    }

    void save(ObjectNode file) {
        files.put(file.path("fileid").asText(), file);
    }

    /** As the API shows it. */
    static ObjectNode shown(ObjectNode file) {
        return file.deepCopy().without(List.of("members", "scope"));
    }

    private boolean isWithin(String folder, String fileid) {
        return folder.equals(fileid)
                || find(folder)
                        .map(f -> isWithin(f.path("fatherid").asText(), fileid))
                        .orElse(false);
    }

    private String freeName(String fatherid, String name, String except) {
        var taken =
                in(fatherid).stream()
                        .filter(f -> !f.path("fileid").asText().equals(except))
                        .map(f -> f.path("file_name").asText())
                        .toList();
        return FileNames.free(name, taken);
    }

    private void forget(String sha) {
        if (!sha.isEmpty() && alive().noneMatch(f -> f.path("sha").asText().equals(sha))) {
            blobs.remove(sha);
        }
    }

    private Stream<ObjectNode> alive() {
        return files.all().stream().filter(f -> f.path("file_status").asInt() != DELETED);
    }
}
