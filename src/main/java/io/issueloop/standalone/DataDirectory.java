package io.issueloop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * {@code issueloop.data-dir}: what a single machine keeps.
 *
 * @param path absolute, without symbolic links
 */
record DataDirectory(Path path) {

    /** Created where missing, for its owner alone. */
    static DataDirectory at(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.notExists(absolute)) {
                Files.createDirectories(absolute, privately("rwx------"));
            }
            return new DataDirectory(absolute.toRealPath());
        } catch (IOException e) {
            throw new StartRefused(
                    "无法创建数据目录 " + absolute + "，请检查权限或用 ISSUELOOP_DATA_DIR 指定其他目录。", e);
        }
    }

    static FileAttribute<Set<PosixFilePermission>> privately(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    Path connectionFile() {
        return path.resolve("database.properties");
    }
}
