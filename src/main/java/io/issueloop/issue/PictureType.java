package io.issueloop.issue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What kind of picture some bytes are, by what every such file begins with. */
final class PictureType {

    private PictureType() {}

    /** Its media type; empty when it is no picture a browser shows without running anything. */
    static Optional<String> of(byte[] bytes) {
        if (begins(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        if (text(bytes, 0, "GIF87a") || text(bytes, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        if (text(bytes, 0, "RIFF") && text(bytes, 8, "WEBP")) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }

    private static boolean text(byte[] bytes, int from, String expected) {
        var wanted = expected.getBytes(StandardCharsets.US_ASCII);
        var values = new int[wanted.length];
        for (var i = 0; i < wanted.length; i++) {
            values[i] = wanted[i];
        }
        return begins(bytes, from, values);
    }

    private static boolean begins(byte[] bytes, int from, int... expected) {
        if (bytes.length < from + expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if ((bytes[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
