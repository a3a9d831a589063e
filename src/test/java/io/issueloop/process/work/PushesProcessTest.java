package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Message.Digest;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Zones;
import io.issueloop.support.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What waits for its time, and becomes one message (design.md §3 Quiet hours). */
class PushesProcessTest extends IssueStory {

    @Test
    @DisplayName("休息时间的提醒等到工作时间，同一个人的合并为一条")
    void remindersOfTheNightBecomeOneMessage() {
        var first = overdue("评审没有结论", "中");
        var second = overdue("会议太多", "中");
        clock.moveTo(time("2026-11-27T20:00"));
        for (var issue : List.of(first, second)) {
            fires(issue, ClockProcessTest.ESCALATE);
            assertThatThrownBy(() -> delivered(issue)).hasStackTraceContaining("免打扰");
        }
        assertThat(wecom.messages).isEmpty();

        clock.moveTo(time("2026-11-30T08:01"));
        delivered(first);
        delivered(second);
        assertThat(messagesTo(LI_XUE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Digest.class,
                        digest -> {
                            assertThat(digest.title()).isEqualTo("您有 2 个问题即将到期或已到期");
                            assertThat(digest.entries())
                                    .extracting(entry -> entry.link().getPath())
                                    .containsExactly("/issues/" + first, "/issues/" + second);
                        });
    }

    @Test
    @DisplayName("紧急问题的提醒不受休息时间限制，并升级到 CTO")
    void theMostUrgentDoNotWait() {
        var issue = overdue("系统登不上", "紧急");
        clock.moveTo(time("2026-11-28T23:00"));
        fires(issue, ClockProcessTest.ESCALATE);
        delivered(issue);
        assertThat(messagesTo(handlerOf(issue))).hasSize(1);
        assertThat(messagesTo(CTO)).singleElement().isInstanceOf(Notice.class);
    }

    @Test
    @DisplayName("一分钟内第六个起的受理通知合并为一条")
    void aFloodOfAcknowledgements() {
        clock.moveTo(time("2026-12-01T10:00"));
        var reported = new ArrayList<IssueNo>();
        for (int i = 0; i < 8; i++) {
            reported.add(reported(People.SUN, "工具坏了 " + i));
        }
        reported.subList(0, 5).forEach(this::delivered);
        assertThat(messagesTo(People.SUN)).hasSize(5);
        reported.subList(5, 8)
                .forEach(
                        issue ->
                                assertThatThrownBy(() -> delivered(issue))
                                        .hasStackTraceContaining("合并为一条"));
        clock.advance(Duration.ofSeconds(61));
        reported.subList(5, 8).forEach(this::delivered);
        assertThat(messagesTo(People.SUN))
                .hasSize(6)
                .last()
                .isInstanceOfSatisfying(
                        Digest.class,
                        digest -> assertThat(digest.title()).isEqualTo("您提报的 3 个问题已受理"));
    }

    private IssueNo overdue(String description, String urgency) {
        var issue = reported(ZHAO, description, urgency, People.PLATFORM_PROJECT);
        actions.accept(issue, handlerOf(issue));
        delivered(issue);
        wecom.messages.clear();
        return issue;
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
