package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What WeCom may do instead of answering. */
class FaultsTest {

    private static final String PATH = "/cgi-bin/tag/list";

    private final World world = World.shared();
    private final ContactsApi contacts = world.the(ContactsApi.class);

    @BeforeEach
    void forget() {
        world.people.forgetRequests();
    }

    @AfterEach
    void heal() {
        world.people.noFaults();
        world.the(JdbcClient.class).sql("delete from wecom_pause").update();
        world.the(Pauses.class).look();
    }

    private long calls() {
        return world.people.requests(PATH).size();
    }

    @ParameterizedTest
    @CsvSource({"errcode,40014", "errcode,42001"})
    void deadTokenIsReplacedAndTheCallRepeatedOnce(String kind, int code) {
        world.people.fault(PATH, kind, code, 1);
        assertThat(contacts.tags().taglist()).isNotEmpty();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    @DisplayName("系统繁忙（-1）连续最多试三次")
    void busySystemIsAskedThreeTimes() {
        world.people.fault(PATH, "errcode", -1, 2);
        assertThat(contacts.tags().taglist()).isNotEmpty();
        world.people.fault(PATH, "errcode", -1, 3);
        assertThatThrownBy(contacts::tags).isInstanceOf(WeComUnavailable.class);
        assertThat(calls()).isEqualTo(6);
    }

    @Test
    @DisplayName("调用频率超限（45009）后所有节点停一分钟，不再碰这个接口")
    void exceededFrequencyPausesAllNodes() {
        world.people.fault(PATH, "errcode", 45009, 1);
        assertThatThrownBy(contacts::tags)
                .isInstanceOfSatisfying(
                        WeComBusy.class,
                        busy ->
                                assertThat(busy.retryAfter())
                                        .isGreaterThanOrEqualTo(Duration.ofSeconds(60)));
        assertThatThrownBy(contacts::tags).isInstanceOf(WeComBusy.class);
        assertThatThrownBy(() -> new Pauses(world.the(JdbcClient.class)).check(PATH))
                .as("another node")
                .isInstanceOf(WeComBusy.class);
        assertThat(calls()).isEqualTo(1);
        assertThat(contacts.departments().department()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"garbage,0", "html,0", "empty,0", "status,500", "status,502", "delay,6000"})
    void whatIsNoAnswerIsWorthRepeatingLater(String kind, int value) {
        world.people.fault(PATH, kind, value, 1);
        assertThatThrownBy(contacts::tags)
                .isInstanceOf(WeComUnavailable.class)
                .satisfies(problem -> assertThat(trace(problem)).doesNotContain("access_token="));
        world.people.noFaults();
        assertThat(contacts.tags().taglist()).isNotEmpty();
    }

    @Test
    @DisplayName("连接被重置的 POST 不会自作主张再发一次")
    void brokenPostIsNotRepeatedByItself() {
        var recall = "/cgi-bin/message/recall";
        world.people.fault(recall, "reset", 0, 1);
        var sender = world.the(io.issueloop.notification.MessageSender.class);
        assertThatThrownBy(() -> sender.recall("some-id")).isInstanceOf(WeComUnavailable.class);
        assertThat(world.people.requests(recall)).hasSize(1);
    }

    @Test
    void permanentCodesSayWhatToDo() {
        for (var code : List.of(60020, 48002, 60011)) {
            world.people.fault(PATH, "errcode", code, 1);
            assertThatThrownBy(contacts::tags)
                    .isInstanceOfSatisfying(
                            WeComRejected.class,
                            rejected -> assertThat(rejected.errcode()).isEqualTo(code))
                    .hasMessageContaining("请在管理后台");
        }
    }

    @Test
    void concurrencyLimitIsPassing() {
        world.people.fault(PATH, "errcode", 45033, 1);
        assertThatThrownBy(contacts::tags).isInstanceOf(WeComBusy.class);
        assertThat(contacts.tags().taglist()).isNotEmpty();
    }

    private static String trace(Throwable problem) {
        var text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
