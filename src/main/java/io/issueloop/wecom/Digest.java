package io.issueloop.wecom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests every JDK has. */
final class Digest {

    private Digest() {}

    static byte[] sha256(byte[] content) {
        return digest("SHA-256", content);
    }

    static String sha256Hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    /** WeCom signs its callbacks with SHA-1 (page 90968). */
    static String sha1Hex(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-1", content));
    }

    static MessageDigest sha1() {
        return digest("SHA-1");
    }

    private static byte[] digest(String algorithm, byte[] content) {
        return digest(algorithm).digest(content);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
