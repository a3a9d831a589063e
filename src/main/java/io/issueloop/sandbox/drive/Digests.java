package io.issueloop.sandbox.drive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprints a stored file shows. */
final class Digests {

    private final MessageDigest sha = of("SHA-1");
    private final MessageDigest md5 = of("MD5");

    Digests add(byte[] bytes) {
        sha.update(bytes);
        md5.update(bytes);
        return this;
    }

    String sha() {
        return HexFormat.of().formatHex(sha.digest());
    }

    String md5() {
        return HexFormat.of().formatHex(md5.digest());
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
