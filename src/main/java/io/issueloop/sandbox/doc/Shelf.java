package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a new document goes when its creator names a space and a folder of WeDrive. */
public interface Shelf {

    /** A document or form as a shelf shows it; {@code type} as in {@code file_type}. */
    record Doc(int type, String name, String url) {}

    /**
     * Refuses with WeDrive's codes: 640001 no such space, 640021 no such folder. Returns the
     * space's {@code auth_info}: whoever is in it may open what lies in it.
     */
    JsonNode put(String spaceid, String fatherid, Doc doc);

    /** Keeps a file in no space at all, such as an attachment of an answer; returns its fileid. */
    String keep(String name, byte[] content);
}
