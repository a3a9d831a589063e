package io.issueloop.wecom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One file as a form of a browser would send it, in the part {@code media} (page 90253).
 *
 * @param name people see it
 */
record Multipart(String name, String contentType, byte[] content) {

    /** The body, and the boundary it names. */
    record Body(String contentType, byte[] bytes) {}

    Body body() {
        var boundary = "issueloop-" + UUID.randomUUID();
        var head =
                """
                --%s\r
                Content-Disposition: form-data; name="media"; filename="%s"; filelength=%d\r
                Content-Type: %s\r
                \r
                """
                        .formatted(boundary, quoted(name), content.length, contentType);
        var out = new ByteArrayOutputStream(content.length + 512);
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Body("multipart/form-data; boundary=" + boundary, out.toByteArray());
    }

    /** A name must not end its quotes or its line. */
    private static String quoted(String name) {
        return name.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    }

    @Override
    public String toString() {
        return "Multipart[%s, %d bytes]".formatted(name, content.length);
    }
}
