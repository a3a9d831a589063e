package io.issueloop.wecom;

import java.io.ByteArrayInputStream;

/** Small files for the drive. */
final class Sources {

    private Sources() {}

    static DriveFiles.Source of(String name, byte[] content) {
        return new DriveFiles.Source(name, content.length, () -> new ByteArrayInputStream(content));
    }
}
