package io.issueloop.wecom;

import io.issueloop.wecom.CallbackCrypto.Forged.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature and encryption of callbacks (page 90968): SHA-1 over the sorted values; AES-256-CBC
 * whose IV is the first half of the key, PKCS#7 padding to 32 bytes – not to the cipher's 16 –
 * around {@code random(16) length(4) message receiveid}.
 */
final class CallbackCrypto {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int HEADER = RANDOM + Integer.BYTES;

    private final String token;
    private final byte[] receiveId;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    /**
     * @param receiveId the corp id for applications of one's own corp
     */
    CallbackCrypto(String token, String encodingAesKey, String receiveId) {
        this.token = token;
        this.receiveId = receiveId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Base64.getDecoder().decode(encodingAesKey + "=");
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, 16);
    }

    /** As the settings say. */
    static CallbackCrypto of(WeComProperties properties) {
        return new CallbackCrypto(
                properties.callbackToken(), properties.callbackAesKey(), properties.corpId());
    }

    /** The signature WeCom puts in {@code msg_signature}. */
    String sign(String timestamp, String nonce, String encrypted) {
        String[] values = {token, timestamp, nonce, encrypted};
        Arrays.sort(values);
        return Digest.sha1Hex(String.join("", values).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The message inside, as its bytes.
     *
     * @throws Forged when signature, padding, lengths or receiver are not as they must be
     */
    byte[] open(String signature, String timestamp, String nonce, String encrypted) {
        var expected = sign(timestamp, nonce, encrypted).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new Forged(Reason.SIGNATURE);
        }
        try {
            return unwrap(crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Forged(Reason.CONTENT);
        }
    }

    /**
     * The other direction: what WeCom does, and what an encrypted reply would need.
     *
     * @param random 16 bytes
     */
    String seal(byte[] random, String message) {
        var content = message.getBytes(StandardCharsets.UTF_8);
        int length = HEADER + content.length + receiveId.length;
        int pad = BLOCK - length % BLOCK;
        var plain =
                ByteBuffer.allocate(length + pad)
                        .put(random, 0, RANDOM)
                        .putInt(content.length)
                        .put(content)
                        .put(receiveId);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        try {
            return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] unwrap(byte[] padded) {
        int pad = padded.length == 0 ? 0 : padded[padded.length - 1];
        int end = padded.length - pad;
        if (padded.length % BLOCK != 0 || pad < 1 || pad > BLOCK || end < HEADER) {
            throw new Forged(Reason.CONTENT);
        }
        for (int i = end; i < padded.length; i++) {
            if (padded[i] != pad) {
                throw new Forged(Reason.CONTENT);
            }
        }
        int length = ByteBuffer.wrap(padded, RANDOM, Integer.BYTES).getInt();
        if (length < 0 || length > end - HEADER) {
            throw new Forged(Reason.CONTENT);
        }
        var receiver = Arrays.copyOfRange(padded, HEADER + length, end);
        if (!MessageDigest.isEqual(receiver, receiveId)) {
            throw new Forged(Reason.RECEIVER);
        }
        return Arrays.copyOfRange(padded, HEADER, HEADER + length);
    }

    private byte[] crypt(int mode, byte[] content) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, key, iv);
        return cipher.doFinal(content);
    }

    /** Not from WeCom, or damaged on the way. The sender must not learn the reason. */
    static final class Forged extends RuntimeException {

        /** What was wrong first: the Token signs, the EncodingAESKey encrypts. */
        enum Reason {
            INCOMPLETE,
            SIGNATURE,
            CONTENT,
            RECEIVER
        }

        private final Reason reason;

        Forged(Reason reason) {
            super("not an intact callback of WeCom", null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
