package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.CallbackSender;
import io.issueloop.support.PhoneMessage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives at the callback address without being an intact message of WeCom. */
class CallbackAttackTest extends EndToEnd {

    private static final String PRESS = CallbackSender.press("lixue", "ISS-1_TODO_1_1", "accept");
    private static final String SECRET_FILE = "file:///etc/hostname";

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    @DisplayName("伪造、篡改、超大、畸形、发给别的企业、带 DTD 的回调：同一个 400，什么也不变、什么也不说")
    void attackChangesNothingAndLearnsNothing(
            String what, Function<CallbackSender, HttpResponse<byte[]>> attack) {
        isTrue("quiet", () -> people.callbacksIdle() && oracles().isQuiet());
        var before = stored();
        var answer = attack.apply(weCom());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(headersOf(answer)).isEqualTo(headersOf(weCom().post("0", "nonsense")));
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("other token", weCom -> weCom.withToken("guessed").send(PRESS)),
                attack("other corp", weCom -> weCom.forCorp("wwother").send(PRESS)),
                attack("bit flipped", weCom -> flipped(weCom, weCom.encrypt(PRESS))),
                attack("cut off", weCom -> signed(weCom, weCom.encrypt(PRESS).substring(0, 64))),
                attack("not encrypted", weCom -> signed(weCom, "hello")),
                attack("not XML", weCom -> weCom.send("hello")),
                attack("empty", weCom -> weCom.post("0", "")),
                attack("oversized", weCom -> oversized(weCom, weCom.encrypt(PRESS))),
                attack("DTD outside", weCom -> withDtd(weCom, weCom.encrypt(PRESS))),
                attack("DTD inside", weCom -> weCom.send(dtd() + PRESS)),
                attack("entity bomb inside", weCom -> weCom.send(bomb())));
    }

    @Test
    @DisplayName("重放的回调照样确认，但不再生效")
    void replayIsInert() {
        var no = issueOf(people.addRow("wuhao", Map.of("问题描述", "测试环境不稳定", "关联项目", "应用研发部")));
        var handler = handlerOf(no);
        var card = cardThat(handler, no, PhoneMessage::isLive).taskId();
        var press = CallbackSender.press(handler, card, "accept");
        assertThat(weCom().send(press).statusCode()).isEqualTo(200);
        isTrue("accepted", () -> issue(no, "status").equals("HANDLING"));
        isTrue("quiet", () -> oracles().isQuiet());
        var version = issue(no, "version");
        assertThat(weCom().send(press).statusCode()).isEqualTo(200);
        isTrue("quiet", () -> oracles().isQuiet());
        assertThat(keptOf(card)).isEqualTo(1);
        assertThat(issue(no, "version")).isEqualTo(version);
    }

    private CallbackSender weCom() {
        return CallbackSender.genuine(application() + "/wecom/callback");
    }

    /** Presses of this card that were stored; others' callbacks may be on their way. */
    private long keptOf(String card) {
        return jdbc.sql("select count(*) from wecom_inbox where body like '%' || ? || '%'")
                .param(card)
                .query(Long.class)
                .single();
    }

    private long stored() {
        return jdbc.sql("select count(*) from wecom_inbox").query(Long.class).single();
    }

    private static List<String> headersOf(HttpResponse<byte[]> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .filter(header -> !header.getKey().equalsIgnoreCase("connection"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static Arguments attack(
            String what, Function<CallbackSender, HttpResponse<byte[]>> attack) {
        return Arguments.of(what, attack);
    }

    private static HttpResponse<byte[]> signed(CallbackSender weCom, String encrypted) {
        return weCom.post(weCom.signature(encrypted), weCom.envelope(encrypted));
    }

    private static HttpResponse<byte[]> flipped(CallbackSender weCom, String encrypted) {
        var first = encrypted.charAt(40) == 'A' ? 'B' : 'A';
        var changed = encrypted.substring(0, 40) + first + encrypted.substring(41);
        return weCom.post(weCom.signature(encrypted), weCom.envelope(changed));
    }

    private static HttpResponse<byte[]> oversized(CallbackSender weCom, String encrypted) {
        var body = weCom.envelope(encrypted) + " ".repeat(1024 * 1024);
        return weCom.post(weCom.signature(encrypted), body);
    }

    private static HttpResponse<byte[]> withDtd(CallbackSender weCom, String encrypted) {
        return weCom.post(weCom.signature(encrypted), dtd() + weCom.envelope(encrypted));
    }

    private static String dtd() {
        return "<!DOCTYPE xml [<!ENTITY x SYSTEM \"" + SECRET_FILE + "\">]>";
    }

    private static String bomb() {
        return "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<xml><Event>&b;</Event></xml>";
    }
}
