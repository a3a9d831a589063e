package io.issueloop.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A callback as WeCom sends it, signed and encrypted (page 90968): a client of our own, so that
 * neither the product nor the sandbox measures itself.
 *
 * @param query of the address
 */
record Sealed(String query, String body) {

    private static final int BLOCK = 32;

    static Sealed of(String message, String token, String aesKey, String corpId, int number) {
        var encrypted = encrypt(message, Base64.getDecoder().decode(aesKey + "="), corpId, number);
        var timestamp = Long.toString(System.currentTimeMillis() / 1000);
        var nonce = Integer.toString(100_000 + number);
        return new Sealed(
                "?msg_signature=%s&timestamp=%s&nonce=%s"
                        .formatted(signature(token, timestamp, nonce, encrypted), timestamp, nonce),
                "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(corpId, encrypted));
    }

    private static String encrypt(String message, byte[] key, String corpId, int number) {
        var content = message.getBytes(StandardCharsets.UTF_8);
        var receiver = corpId.getBytes(StandardCharsets.UTF_8);
        var length = 20 + content.length + receiver.length;
        var pad = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + pad).putInt(number).position(16);
        plain.putInt(content.length).put(content).put(receiver);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String... values) {
        Arrays.sort(values);
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of()
                    .formatHex(
                            sha1.digest(String.join("", values).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
