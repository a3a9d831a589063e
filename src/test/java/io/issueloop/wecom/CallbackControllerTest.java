package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.issueloop.support.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ExtendWith(OutputCaptureExtension.class)
class CallbackControllerTest {

    private static final String PATH = "/wecom/callback";
    private static final OfficialVector HELLO = OfficialVector.POST;

    private final List<Object> signals = new ArrayList<>();
    private JdbcClient jdbc;
    private MockMvc mvc;

    @BeforeEach
    void emptyInbox() {
        jdbc = JdbcClient.create(TestDatabase.create().dataSource());
        mvc = over(jdbc);
    }

    private MockMvc over(JdbcClient database) {
        var inbox = new Inbox(database, signals::add);
        var settings = TestSettings.of("http://localhost");
        var refusals = new CallbackRefusals(database);
        var controller = new CallbackController(settings, inbox, refusals);
        return MockMvcBuilders.standaloneSetup(controller).build();
    }

    @Test
    @DisplayName("验证回调地址：原样返回明文，不加引号和换行")
    void verificationAnswersThePlaintext() throws Exception {
        var answer =
                answerTo(
                        signed(get(PATH), OfficialVector.GET)
                                .param("echostr", OfficialVector.GET.encrypted));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray())
                .isEqualTo(OfficialVector.GET.message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("消息先入库，再以空的 200 应答")
    void messageIsStoredBeforeItIsAcknowledged() throws Exception {
        var answer = answerTo(hello());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentLength()).isZero();
        assertThat(stored()).containsExactly(HELLO.message);
        assertThat(signals).containsExactly(new Inbox.Arrived(Inbox.Lane.OTHER));
    }

    @Test
    @DisplayName("重复投递得到 200，但不再处理")
    void repeatedMessageIsAcknowledgedAndForgotten() throws Exception {
        answerTo(hello());
        assertThat(answerTo(hello()).getStatus()).isEqualTo(200);
        assertThat(stored()).hasSize(1);
        assertThat(signals).hasSize(1);
    }

    @Test
    void sameMessageAtOnceIsStoredOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        Callable<Integer> delivery = () -> answerTo(hello()).getStatus();
        for (var answer : pool.invokeAll(java.util.Collections.nCopies(24, delivery))) {
            assertThat(answer.get()).isEqualTo(200);
        }
        pool.shutdown();
        assertThat(stored()).hasSize(1);
    }

    @Test
    @DisplayName("存不下时回答 503，绝不假装成功")
    void unstoredMessageIsNotAcknowledged() throws Exception {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere");
        var answer = over(JdbcClient.create(nowhere)).perform(hello()).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(503);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeryGetsOneUniformAnswer(
            String what, MockHttpServletRequestBuilder request, CapturedOutput output)
            throws Exception {
        var answer = answerTo(request);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeaderNames()).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(output.getAll()).contains("refused a callback").doesNotContain("mycreate");
    }

    static Stream<Arguments> forgeries() {
        var crypto = HELLO.crypto();
        var otherCorp = new CallbackCrypto(OfficialVector.TOKEN, OfficialVector.AES_KEY, "wwother");
        var notXml = crypto.seal(new byte[16], "hello");
        var foreign = otherCorp.seal(new byte[16], HELLO.message);
        return Stream.of(
                Arguments.of("no parameter", post(PATH).content(envelope(HELLO.encrypted))),
                Arguments.of("no body", signed(post(PATH), HELLO)),
                Arguments.of("not XML", signed(post(PATH), HELLO).content("{}")),
                Arguments.of("no Encrypt", signed(post(PATH), HELLO).content("<xml/>")),
                Arguments.of(
                        "bad signature",
                        hello().param("nonce", "1")
                                .queryParam("x", "y")
                                .content(envelope(HELLO.encrypted.replace('R', 'S')))),
                Arguments.of("oversized", signed(post(PATH), HELLO).content(oversized())),
                Arguments.of("DTD", signed(post(PATH), HELLO).content(withDtd())),
                Arguments.of("inside not XML", signedBy(crypto, notXml)),
                Arguments.of("for another corp", signedBy(otherCorp, foreign)),
                Arguments.of(
                        "wrong method",
                        signed(put(PATH), HELLO).content(envelope(HELLO.encrypted))),
                Arguments.of("GET without echostr", signed(get(PATH), OfficialVector.GET)),
                Arguments.of(
                        "GET with POST's echo",
                        signed(get(PATH), OfficialVector.GET).param("echostr", HELLO.encrypted)));
    }

    private static MockHttpServletRequestBuilder hello() {
        return signed(post(PATH), HELLO).content(envelope(HELLO.encrypted));
    }

    private static MockHttpServletRequestBuilder signed(
            MockHttpServletRequestBuilder request, OfficialVector vector) {
        return request.param("msg_signature", vector.signature)
                .param("timestamp", vector.timestamp)
                .param("nonce", vector.nonce)
                .contentType("text/xml");
    }

    private static MockHttpServletRequestBuilder signedBy(CallbackCrypto crypto, String encrypted) {
        var query = "?msg_signature=" + crypto.sign("1", "2", encrypted) + "&timestamp=1&nonce=2";
        return post(URI.create(PATH + query)).content(envelope(encrypted));
    }

    private static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                .formatted(OfficialVector.CORP_ID, encrypted);
    }

    private static String oversized() {
        return envelope(HELLO.encrypted) + " ".repeat(1024 * 1024);
    }

    private static String withDtd() {
        return "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<xml><Encrypt>%s</Encrypt></xml>".formatted(HELLO.encrypted);
    }

    private MockHttpServletResponse answerTo(MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private List<String> stored() {
        return jdbc.sql("select body from wecom_inbox").query(String.class).list();
    }
}
