package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void theSameTokenIsAnsweredWhileItLivesAndAnotherAfterTwoHours() {
        var first = wecom.gettoken().path("access_token").asText();
        assertThat(wecom.gettoken().path("access_token").asText()).isEqualTo(first);
        wecom.people("POST", "clock", "{\"offset\":\"PT2H1S\"}");
        try {
            assertThat(wecom.gettoken().path("access_token").asText()).isNotEqualTo(first);
            var expired = wecom.send("GET", "/cgi-bin/tag/list?access_token=" + first, "");
            assertThat(RunningSandbox.json(expired).path("errcode").asInt()).isEqualTo(42001);
        } finally {
            wecom.people("POST", "clock", "{\"offset\":\"PT0S\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/cgi-bin/gettoken?corpid=wrong&corpsecret=x,40013",
        "/cgi-bin/gettoken?corpid=wwsandbox00000001&corpsecret=wrong,40001",
        "/cgi-bin/gettoken?corpsecret=x,41002",
        "/cgi-bin/gettoken?corpid=wwsandbox00000001,41004",
        "/cgi-bin/tag/list,41001",
        "/cgi-bin/tag/list?access_token=unknown,40014",
    })
    void aWrongCredentialHasItsOwnCodeAndStillIsHttp200(String path, int errcode) {
        var response = wecom.send("GET", path, "");
        assertThat(response.statusCode()).isEqualTo(200);
        var body = RunningSandbox.json(response);
        assertThat(body.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(body.path("errmsg").asText())
                .contains(", hint: [", ", from ip: ", "devtool/query?e=" + errcode);
    }

    @Test
    void anUnknownPathIs404WithAnEmptyBody() {
        var response = wecom.send("POST", "/cgi-bin/oa/todo/create", "{}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
        assertThat(wecom.send("GET", "/elsewhere", "").body()).isEmpty();
    }

    @Test
    void aBodyThatIsNotJsonOrHasAWrongTypeIsRefused() {
        assertThat(wecom.api("wedoc/create_doc", "{broken").path("errcode").asInt())
                .isEqualTo(40058);
        var wrong = wecom.api("wedoc/create_doc", "{\"doc_type\":\"3\",\"doc_name\":\"a\"}");
        assertThat(wrong.path("errcode").asInt()).isEqualTo(40058);
        assertThat(wrong.path("errmsg").asText()).startsWith("Warning: wrong json format.");
    }

    @Test
    void aPathCalledTooOftenIsBlockedForAMinute() {
        try (var strict = RunningSandbox.start(java.util.Map.of("sandbox.limits[tag/list]", 3))) {
            for (int i = 0; i < 3; i++) {
                assertThat(strict.get("tag/list").path("errcode").asInt()).isZero();
            }
            assertThat(strict.get("tag/list").path("errcode").asInt()).isEqualTo(45009);
            assertThat(strict.get("department/list").path("errcode").asInt()).isZero();
            strict.people("POST", "clock", "{\"offset\":\"PT61S\"}");
            assertThat(strict.get("tag/list").path("errcode").asInt()).isZero();
        }
    }

    @Test
    void anOrderedFaultHitsTheNextCallOnly() {
        wecom.people(
                "POST", "faults", "{\"path\":\"/cgi-bin/tag\",\"kind\":\"errcode\",\"value\":-1}");
        assertThat(wecom.get("tag/list").path("errcode").asInt()).isEqualTo(-1);
        assertThat(wecom.get("tag/list").path("errcode").asInt()).isZero();
        wecom.people(
                "POST", "faults", "{\"path\":\"/cgi-bin/tag\",\"kind\":\"status\",\"value\":502}");
        assertThat(wecom.send("GET", "/cgi-bin/tag/list", "").statusCode()).isEqualTo(502);
        wecom.people("POST", "faults", "{\"path\":\"/cgi-bin/tag\",\"kind\":\"reset\"}");
        org.junit.jupiter.api.Assertions.assertThrows(
                java.io.UncheckedIOException.class,
                () -> wecom.send("POST", "/cgi-bin/tag/list", "{}"));
    }

    @Test
    void theJournalHoldsWhatWasAskedButNoToken() {
        wecom.people("DELETE", "journal", "");
        wecom.api("wedoc/rename_doc", "{\"docid\":\"none\",\"new_name\":\"新\"}");
        var entry = wecom.people("GET", "journal", "").path("requests").path(0);
        assertThat(entry.path("path").asText()).isEqualTo("/cgi-bin/wedoc/rename_doc");
        assertThat(entry.path("errcode").asInt()).isEqualTo(301085);
        assertThat(entry.path("body").asText()).contains("新");
        assertThat(entry.toString()).doesNotContain("sandbox-", "access_token");
    }
}
