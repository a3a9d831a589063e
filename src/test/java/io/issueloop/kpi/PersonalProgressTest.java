package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.calendar.TestCalendars;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.RecordedDeliveries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everybody hears of their own quarter: monthly, and when a metric is met or is no more. */
class PersonalProgressTest {

    private final TestKpis given = new TestKpis("2026-11-20T01:07");
    private final List<String> messages = new ArrayList<>();
    private final PersonalProgress progress =
            new PersonalProgress(given.jdbc, given.deliveries.deliveries(), given.clock);
    private final PersonalProgressEffect effect =
            new PersonalProgressEffect(
                    given.jdbc,
                    given.kpis,
                    (to, title, text, link) ->
                            messages.add(to + " " + title + " " + link + "\n" + text),
                    RecordedDeliveries.sentLog(given.jdbc, given.clock),
                    TestCalendars.of(given.jdbc, given.clock).quietHours(),
                    given.clock);

    @BeforeEach
    void oneOfFiveIsSolved() {
        given.team(2, "平台组", "lixue", "lixue", "zhangwei");
        given.issue()
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.night("2026-11-20T01:07");
    }

    @Test
    @DisplayName("只发给本人，说清还差多少；免打扰时间等待，同样的不发第二遍")
    void eachIsToldAlone() {
        progress.request();
        progress.request();
        assertThat(given.deliveries.requested())
                .filteredOn(one -> one.startsWith("PERSONAL_PROGRESS"))
                .containsExactly("PERSONAL_PROGRESS PROGRESS-2026Q4 2");
        assertThatThrownBy(() -> effect.perform("PROGRESS-2026Q4", "2")).isInstanceOf(Quiet.class);
        given.clock.set("2026-11-20T09:07");
        effect.perform("PROGRESS-2026Q4", "2");
        effect.perform("PROGRESS-2026Q4", "2");
        assertThat(messages)
                .filteredOn(text -> text.startsWith("[zhangwei] "))
                .singleElement()
                .asString()
                .startsWith("[zhangwei] 2026年第4季度个人进度 /m/kpi?period=2026Q4\n")
                .contains("个人问题解决数：1/5单，差 4单", "解决及时率：100.00%（目标 ≥ 85 %，达标）")
                .contains("知识库贡献：0/2篇，差 2篇")
                .doesNotContain("lixue");
        assertThat(messages).noneMatch(text -> text.startsWith("[zhangwei, "));
    }

    @Test
    @DisplayName("达标情况变了、或到了下个月，再说一次")
    void whatChangesIsToldAgain() {
        progress.request();
        given.clock.set("2026-11-20T09:07");
        effect.perform("PROGRESS-2026Q4", "2");
        int before = messages.size();
        for (int i = 0; i < 4; i++) {
            given.issue()
                    .reported("2026-11-20T09:00")
                    .assigned("2026-11-20T09:00", "zhangwei", "2026-11-27T09:00")
                    .resolved("2026-11-20T17:00");
        }
        given.night("2026-11-21T01:07");
        progress.request();
        given.clock.set("2026-11-23T09:07");
        effect.perform("PROGRESS-2026Q4", "2");
        assertThat(messages).hasSize(before + 1);
        assertThat(messages.get(before)).contains("个人问题解决数：5/5单，已达标");
        given.clock.set("2026-12-01T09:07");
        progress.request();
        effect.perform("PROGRESS-2026Q4", "2");
        assertThat(messages).filteredOn(text -> text.startsWith("[zhangwei]")).hasSize(3);
        assertThat(effect.byHand("PROGRESS-2026Q4", "2")).isEmpty();
    }
}
