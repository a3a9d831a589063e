package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What members do in WeDrive; admins of a space write, others look and download. Changes are called
 * back as {@code wedrive_file_change} (page 97900). Refuses with {@link IllegalArgumentException},
 * or {@link SecurityException} where the right is missing.
 */
public final class MemberDrive {

    private final Spaces spaces;
    private final DriveFiles files;
    private final AuthList rights;
    private final Callbacks callbacks;

    MemberDrive(Spaces spaces, DriveFiles files, AuthList rights, Callbacks callbacks) {
        this.spaces = spaces;
        this.files = files;
        this.rights = rights;
        this.callbacks = callbacks;
    }

    /** Of a space, with the member's right as {@code auth}. */
    public List<ObjectNode> spaces(String userid) {
        return spaces.all().stream()
                .map(space -> space.put("auth", spaces.right(space, userid)))
                .filter(space -> space.path("auth").asInt() > 0)
                .toList();
    }

    /** Single files the member was let in to, without a right to their space. */
    public List<ObjectNode> shared(String userid) {
        return files.all().stream()
                .filter(f -> rights.right(f.path("members"), userid) > 0)
                .filter(f -> spaceRight(f, userid) == 0)
                .map(DriveFiles::shown)
                .toList();
    }

    /** Folders first, then by name. */
    public List<ObjectNode> folder(String spaceid, String fatherid, String userid) {
        var space = spaces.find(spaceid).orElseThrow();
        if (spaces.right(space, userid) == 0) {
            throw new SecurityException("该成员不在这个空间里");
        }
        return files.in(place(space, fatherid).fatherid()).stream()
                .sorted(
                        Comparator.comparing((ObjectNode f) -> f.path("file_type").asInt() != 1)
                                .thenComparing(f -> f.path("file_name").asText()))
                .map(DriveFiles::shown)
                .toList();
    }

    /** From the space's root down to that folder. */
    public List<ObjectNode> path(String fatherid) {
        var path = new ArrayList<ObjectNode>();
        for (var at = files.find(fatherid); at.isPresent(); at = father(at.get())) {
            path.add(0, DriveFiles.shown(at.get()));
        }
        return path;
    }

    /** A file somebody may read: {@link NoSuchElementException} where it is not there. */
    public ObjectNode readable(String fileid, String userid) {
        var file = files.find(fileid).orElseThrow();
        if (spaceRight(file, userid) == 0 && rights.right(file.path("members"), userid) == 0) {
            throw new SecurityException("该成员没有查看权限");
        }
        return file;
    }

    public ObjectNode shown(String fileid, String userid) {
        return DriveFiles.shown(readable(fileid, userid));
    }

    public ObjectNode newFolder(String spaceid, String fatherid, String userid, String name) {
        var file = files.create(writable(spaceid, fatherid, userid), DriveFiles.FOLDER, name);
        return tell("create_file", file);
    }

    public ObjectNode upload(
            String spaceid, String fatherid, String userid, String name, byte[] content) {
        return tell(
                "create_file", files.create(writable(spaceid, fatherid, userid), name, content));
    }

    public ObjectNode rename(String fileid, String userid, String name) {
        var file = writable(fileid, userid);
        files.rename(file, name);
        return tell("rename_file", file);
    }

    public ObjectNode update(String fileid, String userid, byte[] content) {
        var file = writable(fileid, userid);
        if (file.path("file_type").asInt() != DriveFiles.FILE) {
            throw new IllegalArgumentException("只有普通文件可以替换内容");
        }
        return tell("update_file", files.replaceContent(file, content));
    }

    public ObjectNode move(String fileid, String userid, String fatherid) {
        var file = writable(fileid, userid);
        files.move(file, writable(file.path("spaceid").asText(), fatherid, userid), false);
        return tell("move_file", file);
    }

    public void delete(String fileid, String userid) {
        var file = writable(fileid, userid);
        files.delete(file);
        tell("delete_file", file);
    }

    private DriveFiles.Place writable(String spaceid, String fatherid, String userid) {
        var space = spaces.find(spaceid).orElseThrow();
        requireAdmin(spaces.right(space, userid));
        return place(space, fatherid);
    }

    private ObjectNode writable(String fileid, String userid) {
        var file = files.find(fileid).orElseThrow();
        requireAdmin(spaceRight(file, userid));
        return file;
    }

    private static void requireAdmin(int right) {
        if (right < AuthList.ADMIN) {
            throw new SecurityException("只有空间管理员可以修改");
        }
    }

    private int spaceRight(ObjectNode file, String userid) {
        return spaces.find(file.path("spaceid").asText())
                .map(space -> spaces.right(space, userid))
                .orElse(0);
    }

    private DriveFiles.Place place(ObjectNode space, String fatherid) {
        return files.requirePlace(
                space, fatherid.isEmpty() ? space.path("spaceid").asText() : fatherid);
    }

    private Optional<ObjectNode> father(ObjectNode file) {
        return files.find(file.path("fatherid").asText());
    }

    private ObjectNode tell(String change, ObjectNode file) {
        callbacks.send(
                Event.of("sys", "wedrive_file_change")
                        .text("ChangeType", change)
                        .text("FileId", file.path("fileid").asText()));
        return DriveFiles.shown(file);
    }
}
