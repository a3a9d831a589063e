package io.issueloop.sandbox.drive;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-1 that shows its inner state, as {@code block_sha} asks for it: after each full block the
 * five words as they lie in a little-endian memory (so does WeCom's own demo), after the last block
 * the ordinary digest. Because every block starts from a state the caller named, blocks are checked
 * in any order.
 */
final class RunningSha1 {

    private static final int[] START = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};

    private final int[] h;
    private final long before;

    private RunningSha1(int[] h, long before) {
        this.h = h;
        this.before = before;
    }

    static RunningSha1 start() {
        return new RunningSha1(START.clone(), 0);
    }

    /** Goes on after {@code bytes} bytes, a multiple of 64, that led to this state. */
    static RunningSha1 after(String state, long bytes) {
        var words = ByteBuffer.wrap(HexFormat.of().parseHex(state)).order(LITTLE_ENDIAN);
        var h = new int[5];
        for (int i = 0; i < h.length; i++) {
            h[i] = words.getInt();
        }
        return new RunningSha1(h, bytes);
    }

    /** The state after a block whose size is a multiple of 64. */
    String state(byte[] block) {
        mixAll(block);
        return hex(LITTLE_ENDIAN);
    }

    /** The digest of everything, this block being the last. */
    String digest(byte[] block) {
        int padded = (block.length + 9 + 63) / 64 * 64;
        var end = Arrays.copyOf(block, padded);
        end[block.length] = (byte) 0x80;
        ByteBuffer.wrap(end).putLong(padded - 8, (before + block.length) * 8);
        mixAll(end);
        return hex(BIG_ENDIAN);
    }

    private String hex(ByteOrder order) {
        var words = ByteBuffer.allocate(20).order(order);
        for (int word : h) {
            words.putInt(word);
        }
        return HexFormat.of().formatHex(words.array());
    }

    private void mixAll(byte[] data) {
        var words = ByteBuffer.wrap(data);
        while (words.remaining() >= 64) {
            mix(words);
        }
    }

    private void mix(ByteBuffer words) {
        var w = new int[80];
        for (int i = 0; i < 80; i++) {
            w[i] =
                    i < 16
                            ? words.getInt()
                            : Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        int e = h[4];
        for (int i = 0; i < 80; i++) {
            int next = Integer.rotateLeft(a, 5) + round(i / 20, b, c, d) + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = next;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
    }

    private static int round(int quarter, int b, int c, int d) {
        return switch (quarter) {
            case 0 -> (b & c | ~b & d) + 0x5A827999;
            case 1 -> (b ^ c ^ d) + 0x6ED9EBA1;
            case 2 -> (b & c | b & d | c & d) + 0x8F1BBCDC;
            default -> (b ^ c ^ d) + 0xCA62C1D6;
        };
    }
}
