package io.issueloop.process.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model as a file of the product.
 *
 * @param name path below the class path, such as {@code bpmn/issue_lifecycle.bpmn}
 */
record ModelFile(String name, byte[] content) {

    /** {@code bpmn}, {@code dmn} or {@code form}. */
    String type() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** File stem, which is the key by our own rule (style.md §5.3). */
    String key() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    String hash() {
        return hash(content);
    }

    /** sha-256 of the text with LF: a checkout on Windows is not an edit. */
    static String hash(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
