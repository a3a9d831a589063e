package io.issueloop.appraisal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** sha-256 as lower-case hexadecimal text. */
final class Sha256 {

    private Sha256() {}

    static String of(String text) {
        var digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return text(digest);
    }

    /** Of all that comes; closes it. */
    static String of(InputStream content) {
        return of(
                out -> {
                    try (content) {
                        content.transferTo(out);
                    }
                });
    }

    /** Of what is written, which goes nowhere. */
    static String of(ArchiveFile.Rendering rendering) {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest())) {
            rendering.to(out);
            return text(out.getMessageDigest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what was put into it. */
    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
