package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.pilot.Feedback;
import io.issueloop.pilot.FeedbackForm;
import io.issueloop.pilot.Feedbacks;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("试用反馈收集表")
class FeedbackTest {

    private final World world = World.shared();
    private final FeedbackFormPart form = world.the(FeedbackFormPart.class);
    private final FeedbackPoller poller = world.the(FeedbackPoller.class);

    @AfterEach
    void heal() {
        world.people.noFaults();
    }

    @Test
    @DisplayName("回调丢失的答案由对账补上，再看一遍也只有一份；回调来的马上就有")
    void everyAnswerIsReadOnce() {
        var formId = form.known().orElseThrow().id();
        assertThat(form.missing()).isEmpty();
        world.people.callbackFault("lose", 1);
        world.people.fillForm(formId, "xujing", Map.of("1", 5, "2", "卡片上直接接单"));
        assertThat(said("卡片上直接接单")).isEmpty();

        var mark = poller.poll(Instant.EPOCH);
        assertThat(mark).isAfter(Instant.EPOCH);
        assertThat(poller.poll(mark)).isEqualTo(mark);
        poller.poll(Instant.EPOCH);
        assertThat(said("卡片上直接接单"))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.stars()).isEqualTo(5);
                            assertThat(one.by()).contains(UserId.of("xujing"));
                            assertThat(one.source()).isEqualTo(Feedback.Source.FORM);
                        });

        world.people.fillForm(formId, "sunli", Map.of("1", 2, "2", "没有", "4", "多发提醒"));
        await().atMost(Duration.ofSeconds(30)).until(() -> said("没有").size() == 1);
    }

    @Test
    @DisplayName("入口是收集表；改为人工后换成自己的页面")
    void theDoorFollowsTheMode() {
        var door = world.the(FeedbackForm.class);
        assertThat(door.address()).isPresent();
        var modes = world.the(Modes.class);
        modes.change(Capability.FORM, Optional.of(Mode.MANUAL), UserId.of("lixue"));
        assertThat(door.address()).isEmpty();
        assertThat(poller.isReady()).isFalse();
        modes.change(Capability.FORM, Optional.empty(), UserId.of("lixue"));
        assertThat(poller.isReady()).isTrue();
    }

    private List<Feedback> said(String mostUseful) {
        return world.the(Feedbacks.class).latest(100).stream()
                .filter(one -> one.words().mostUseful().equals(mostUseful))
                .toList();
    }
}
