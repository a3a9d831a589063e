package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers no sandbox gives: half bodies, wrong types, connections that go quiet in the middle. */
class SilentPartnersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errcode\":0,\"access_token\":\"planted",
                "[1]",
                "null",
                "\"ok\"",
                "{\"errcode\":0}",
                "{\"errcode\":0,\"access_token\":{}}",
                "{\"errcode\":0} <html>",
            })
    void halfOrWrongAnswersAreUnavailable(String body) throws Exception {
        try (var server = new TinyServer(call -> TinyServer.reply(call, 200, body))) {
            var wire = Wire.to(TestSettings.of(server.url()));
            assertThatThrownBy(wire.tokens::current)
                    .isInstanceOf(WeComUnavailable.class)
                    .hasMessageNotContaining("planted");
        }
    }

    @Test
    void bodyThatNeverEndsIsGivenUp() throws Exception {
        var quiet = new java.util.concurrent.CountDownLatch(1);
        try (var server =
                new TinyServer(
                        call -> {
                            call.sendResponseHeaders(200, 100);
                            call.getResponseBody().write('{');
                            call.getResponseBody().flush();
                            await(quiet);
                        })) {
            var wire = Wire.to(TestSettings.of(server.url()));
            var begun = Instant.now();
            assertThatThrownBy(wire.tokens::current).isInstanceOf(WeComUnavailable.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        } finally {
            quiet.countDown();
        }
    }

    @Test
    void nobodyListeningIsUnavailable() {
        var wire = Wire.to(TestSettings.of("http://127.0.0.1:1"));
        assertThatThrownBy(wire.tokens::current)
                .isInstanceOf(WeComUnavailable.class)
                .hasMessageNotContaining(TestSettings.SECRET);
    }

    private static void await(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
