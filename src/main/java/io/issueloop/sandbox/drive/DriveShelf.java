package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.doc.Shelf;

/** Documents and attachments that other parts of WeCom put into WeDrive. */
final class DriveShelf implements Shelf {

    private static final DriveFiles.Place NOWHERE =
            new DriveFiles.Place("s.attached", "s.attached");

    private final Spaces spaces;
    private final DriveFiles files;

    DriveShelf(Spaces spaces, DriveFiles files) {
        this.spaces = spaces;
        this.files = files;
    }

    @Override
    public JsonNode put(String spaceid, String fatherid, Doc doc) {
        var space = spaces.require(spaceid);
        var place = files.requirePlace(space, fatherid);
        files.save(files.create(place, doc.type(), doc.name()).put("url", doc.url()));
        return Spaces.authInfo(space);
    }

    @Override
    public String keep(String name, byte[] content) {
        return files.create(NOWHERE, name, content).path("fileid").asText();
    }
}
