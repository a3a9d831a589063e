package io.issueloop.support;

import io.issueloop.sandbox.SandboxDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
 * Posts callbacks as WeCom does, or nearly so: what no phone can be made to send. Written from the
 * documents (pages 90930, 90968), apart from the product's and the sandbox's own code.
 *
 * @param url where callbacks go
 * @param token signs
 * @param corpId for whom the message is
 */
public record CallbackSender(String url, String token, String corpId) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] KEY = Base64.getDecoder().decode(SandboxDefaults.AES_KEY + "=");

    /** WeCom itself. */
    public static CallbackSender genuine(String url) {
        return new CallbackSender(url, SandboxDefaults.TOKEN, SandboxDefaults.CORP_ID);
    }

    public CallbackSender withToken(String other) {
        return new CallbackSender(url, other, corpId);
    }

    public CallbackSender forCorp(String other) {
        return new CallbackSender(url, token, other);
    }

    /** A member pressed a button. */
    public static String press(String userid, String taskId, String key) {
        return """
                <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
                <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
                <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[%s]]></EventKey>\
                <TaskId><![CDATA[%s]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>\
                <AgentID>%d</AgentID></xml>"""
                .formatted(
                        SandboxDefaults.CORP_ID,
                        userid,
                        System.nanoTime(),
                        key,
                        taskId,
                        SandboxDefaults.AGENT_ID);
    }

    /** Encrypts, signs and posts; answers what came back. */
    public HttpResponse<byte[]> send(String message) {
        var encrypted = encrypt(message);
        return post(signature(encrypted), envelope(encrypted));
    }

    /** Posts any body with any signature. */
    public HttpResponse<byte[]> post(String signature, String body) {
        var query = "?msg_signature=" + signature + "&timestamp=1763800000&nonce=4711";
        var request =
                HttpRequest.newBuilder(URI.create(url + query))
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                .formatted(corpId, encrypted);
    }

    public String signature(String encrypted) {
        String[] parts = {token, "1763800000", "4711", encrypted};
        Arrays.sort(parts);
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            var joined = String.join("", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha1.digest(joined));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String encrypt(String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var corp = corpId.getBytes(StandardCharsets.UTF_8);
        int length = 16 + 4 + text.length + corp.length;
        int pad = 32 - length % 32;
        var plain = ByteBuffer.allocate(length + pad);
        plain.put(new byte[16]).putInt(text.length).put(text).put(corp);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(KEY, "AES"),
                    new IvParameterSpec(KEY, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
