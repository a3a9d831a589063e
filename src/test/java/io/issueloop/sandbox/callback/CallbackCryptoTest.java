package io.issueloop.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CallbackCryptoTest {

    private static final Path VECTORS = Path.of("../shared/wecom-fixtures/crypto");
    private static final CallbackCrypto OFFICIAL =
            new CallbackCrypto(
                    "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");

    @Test
    void theOfficialUrlVerificationIsReproduced() {
        var encrypted =
                "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        assertThat(OFFICIAL.sign("1409659589", "263014780", encrypted))
                .isEqualTo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        assertThat(OFFICIAL.decrypt(encrypted)).isEqualTo("1616140317555161061");
        assertThat(OFFICIAL.encrypt("1616140317555161061", bytes("c41b64491c2468d0")))
                .isEqualTo(encrypted);
    }

    @Test
    void theOfficialPostWithItsPaddingOf30IsReproduced() {
        var encrypted =
                "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3"
                        + "QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLx"
                        + "AUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6ti"
                        + "WSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVK"
                        + "n28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
        assertThat(OFFICIAL.sign("1409659813", "1372623149", encrypted))
                .isEqualTo("477715d11cdb4164915debcba66cb864d751f3e6");
        var plain = OFFICIAL.decrypt(encrypted);
        assertThat(plain).contains("<Content><![CDATA[hello]]></Content>");
        assertThat(OFFICIAL.encrypt(plain, bytes("0960688932c47ef1"))).isEqualTo(encrypted);
    }

    @Test
    void everyVectorOfTheFixturesIsReproduced() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "no ../shared/wecom-fixtures here: skipped");
        try (var files = Files.newDirectoryStream(VECTORS, "*.json")) {
            for (var file : files) {
                check(new ObjectMapper().readTree(file.toFile()));
            }
        }
    }

    @Test
    void aMessageForAnotherCorpIsNotRead() {
        var other =
                new CallbackCrypto(
                        "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wwother");
        assertThatThrownBy(() -> OFFICIAL.decrypt(other.encrypt("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(JsonNode vector) {
        var crypto =
                new CallbackCrypto(
                        vector.path("token").asText(),
                        vector.path("encodingAesKey").asText(),
                        vector.path("receiveId").asText());
        var encrypted = vector.path("encrypt").asText();
        var salt =
                vector.has("random16")
                        ? bytes(vector.path("random16").asText())
                        : HexFormat.of().parseHex(vector.path("random16_hex").asText());
        assertThat(
                        crypto.sign(
                                vector.path("timestamp").asText(),
                                vector.path("nonce").asText(),
                                encrypted))
                .isEqualTo(vector.path("msg_signature").asText());
        assertThat(crypto.decrypt(encrypted)).isEqualTo(vector.path("plaintext").asText());
        assertThat(crypto.encrypt(vector.path("plaintext").asText(), salt)).isEqualTo(encrypted);
        assertThat(Base64.getDecoder().decode(encrypted).length % 32).isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
