package io.issueloop.sandbox.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeCom's callback encryption, page 90968: AES-256-CBC, PKCS#7 padding to blocks of 32, and a sha1
 * over the sorted values.
 */
final class CallbackCrypto {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    private final SecureRandom random = new SecureRandom();
    private final String token;
    private final byte[] key;
    private final String receiveId;

    CallbackCrypto(String token, String encodingAesKey, String receiveId) {
        this.token = token;
        this.key = Base64.getDecoder().decode(encodingAesKey + "=");
        this.receiveId = receiveId;
    }

    String encrypt(String message) {
        var salt = new byte[RANDOM];
        random.nextBytes(salt);
        return encrypt(message, salt);
    }

    String encrypt(String message, byte[] salt) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var receiver = receiveId.getBytes(StandardCharsets.UTF_8);
        int length = RANDOM + 4 + text.length + receiver.length;
        int pad = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + pad).put(salt).putInt(text.length).put(text);
        plain.put(receiver);
        while (plain.hasRemaining()) {
            plain.put((byte) pad);
        }
        return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** The message; {@link IllegalArgumentException} where it is not ours. */
    String decrypt(String encrypted) {
        var plain = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        int end = plain.length - plain[plain.length - 1];
        int length = ByteBuffer.wrap(plain, RANDOM, 4).getInt();
        int from = RANDOM + 4;
        var receiver =
                new String(Arrays.copyOfRange(plain, from + length, end), StandardCharsets.UTF_8);
        if (!receiver.equals(receiveId)) {
            throw new IllegalArgumentException("encrypted for somebody else");
        }
        return new String(plain, from, length, StandardCharsets.UTF_8);
    }

    String sign(String timestamp, String nonce, String encrypted) {
        var values = Stream.of(token, timestamp, nonce, encrypted).sorted().toList();
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of()
                    .formatHex(
                            sha1.digest(String.join("", values).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] cipher(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, RANDOM)));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
