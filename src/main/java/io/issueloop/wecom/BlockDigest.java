package io.issueloop.wecom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What WeCom wants to know of a file that goes up in blocks (page 98004): the running state of
 * SHA-1 after each block – its five words in the byte order of the machine WeCom computed it on,
 * little endian – and the SHA-1 of the whole file after the last. No JDK shows that state.
 */
final class BlockDigest {

    private static final int CHUNK = 64;

    private final int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    private final int[] words = new int[80];

    private BlockDigest() {}

    /**
     * One entry per block of {@link DriveApi#BLOCK} bytes, the last one may be shorter. One block
     * is in memory at a time.
     */
    static List<String> of(InputStream file) throws IOException {
        var digest = new BlockDigest();
        var whole = Digest.sha1();
        var entries = new ArrayList<String>();
        var block = file.readNBytes(DriveApi.BLOCK);
        whole.update(block);
        for (var next = file.readNBytes(DriveApi.BLOCK);
                next.length > 0;
                next = file.readNBytes(DriveApi.BLOCK)) {
            digest.update(block);
            entries.add(digest.stateHex());
            whole.update(next);
            block = next;
        }
        entries.add(HexFormat.of().formatHex(whole.digest()));
        return List.copyOf(entries);
    }

    private void update(byte[] block) {
        for (int at = 0; at < block.length; at += CHUNK) {
            compress(ByteBuffer.wrap(block, at, CHUNK));
        }
    }

    private void compress(ByteBuffer chunk) {
        for (int i = 0; i < 80; i++) {
            words[i] =
                    i < 16
                            ? chunk.getInt()
                            : Integer.rotateLeft(
                                    words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int i = 0; i < 80; i++) {
            int mixed = Integer.rotateLeft(a, 5) + mix(i, b, c, d) + e + words[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = mixed;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    /** The round's function and constant (FIPS 180-4, 4.1.1 and 4.2.1). */
    private static int mix(int round, int b, int c, int d) {
        return switch (round / 20) {
            case 0 -> (b & c | ~b & d) + 0x5A827999;
            case 1 -> (b ^ c ^ d) + 0x6ED9EBA1;
            case 2 -> (b & c | b & d | c & d) + 0x8F1BBCDC;
            default -> (b ^ c ^ d) + 0xCA62C1D6;
        };
    }

    private String stateHex() {
        var bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            bytes.putInt(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
