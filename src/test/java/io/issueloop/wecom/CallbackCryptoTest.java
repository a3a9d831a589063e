package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.wecom.CallbackCrypto.Forged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackCryptoTest {

    private static final Path FIXTURES = Path.of("../shared/wecom-fixtures/crypto");

    @ParameterizedTest
    @EnumSource
    void officialVectorOpens(OfficialVector vector) {
        var opened =
                vector.crypto()
                        .open(vector.signature, vector.timestamp, vector.nonce, vector.encrypted);
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(vector.message);
    }

    @ParameterizedTest
    @EnumSource
    void officialVectorIsReproduced(OfficialVector vector) {
        var sealed = vector.crypto().seal(vector.random(), vector.message);
        assertThat(sealed).isEqualTo(vector.encrypted);
        assertThat(vector.crypto().sign(vector.timestamp, vector.nonce, sealed))
                .isEqualTo(vector.signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post-text-official",
                "post-text-go-workwx",
                "url-verify-official",
                "url-verify-go-workwx"
            })
    void publicVectorsWorkInBothDirections(String name) throws IOException {
        var file = FIXTURES.resolve(name + ".json");
        assumeThat(file).as("public vectors are kept outside this repository").exists();
        JsonNode vector = new ObjectMapper().readTree(Files.readString(file));
        var crypto =
                new CallbackCrypto(
                        vector.get("token").asText(),
                        vector.get("encodingAesKey").asText(),
                        vector.get("receiveId").asText());
        var encrypted = vector.get("encrypt").asText();
        var message = vector.get("plaintext").asText();
        var opened =
                crypto.open(
                        vector.get("msg_signature").asText(),
                        vector.get("timestamp").asText(),
                        vector.get("nonce").asText(),
                        encrypted);
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(message);
        assertThat(crypto.seal(random(vector), message)).isEqualTo(encrypted);
    }

    private static byte[] random(JsonNode vector) {
        return vector.has("random16_hex")
                ? HexFormat.of().parseHex(vector.get("random16_hex").asText())
                : vector.get("random16").asText().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("任何长度的中文消息都能还原")
    void everyLengthSurvives() {
        var crypto = OfficialVector.POST.crypto();
        IntStream.range(0, 100)
                .mapToObj("问题"::repeat)
                .forEach(message -> assertThat(opened(crypto, message)).isEqualTo(message));
    }

    private static String opened(CallbackCrypto crypto, String message) {
        var sealed = crypto.seal(new byte[16], message);
        return new String(
                crypto.open(crypto.sign("1", "2", sealed), "1", "2", sealed),
                StandardCharsets.UTF_8);
    }

    @Test
    void anotherReceiverIsForged() {
        var theirs = new CallbackCrypto("QDG6eK", OfficialVector.AES_KEY, "wx0000000000000000");
        var sealed = theirs.seal(new byte[16], "hello");
        var signature = theirs.sign("1", "2", sealed);
        assertThatThrownBy(() -> OfficialVector.POST.crypto().open(signature, "1", "2", sealed))
                .isInstanceOf(Forged.class);
    }

    @Test
    void everyFlippedCharacterIsForged() {
        var vector = OfficialVector.GET;
        for (int i = 0; i < vector.encrypted.length(); i++) {
            var flipped = new StringBuilder(vector.encrypted);
            flipped.setCharAt(i, flipped.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(
                            () ->
                                    vector.crypto()
                                            .open(
                                                    vector.signature,
                                                    vector.timestamp,
                                                    vector.nonce,
                                                    flipped.toString()))
                    .isInstanceOf(Forged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA=="})
    void rightlySignedGarbageIsForged(String encrypted) {
        var crypto = OfficialVector.GET.crypto();
        var signature = crypto.sign("1", "2", encrypted);
        assertThatThrownBy(() -> crypto.open(signature, "1", "2", encrypted))
                .isInstanceOf(Forged.class);
    }
}
