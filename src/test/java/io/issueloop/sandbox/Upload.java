package io.issueloop.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A file sent as WeCom wants it: multipart, part {@code media}, with name and type. */
public record Upload(String fileName, String contentType, byte[] bytes) {

    private static final String BOUNDARY = "----sandboxUpload";

    /** With a token. */
    public JsonNode asApp(RunningSandbox wecom, String type) {
        var token = wecom.gettoken().path("access_token").asText();
        return to(wecom, "media/upload?access_token=" + token + "&type=" + type);
    }

    public JsonNode to(RunningSandbox wecom, String pathAndQuery) {
        var request =
                HttpRequest.newBuilder(URI.create(wecom.base() + "/cgi-bin/" + pathAndQuery))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body()))
                        .build();
        try {
            return RunningSandbox.json(
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] body() {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, fileName, contentType);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
