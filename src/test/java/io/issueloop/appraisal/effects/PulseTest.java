package io.issueloop.appraisal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.effects.Pulse.Answers;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Period;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.support.MovableClock;
import io.issueloop.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The team pulse is open for three weeks, answered once, and nobody's answer has a name. */
class PulseTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-12-10T15:59:59Z"));
    private final Pulse pulse = new Pulse(jdbc, clock);
    private final Member lina =
            new Member(UserId.of("lina"), "李娜", TeamId.of(2), Set.of(Role.MEMBER));

    @Test
    @DisplayName("最后三周开放；每人一次；答案里没有人，也没有时间")
    void answeredOnceAndWithoutAName() {
        var answers = new Answers(5, 4, 3);
        assertThatThrownBy(() -> pulse.answer(lina, answers)).hasMessageContaining("没有进行中");
        clock.moveTo(Instant.parse("2026-12-10T16:00:00Z"));
        assertThat(pulse.open()).contains(Period.of("2026Q4"));
        assertThatThrownBy(() -> pulse.answer(lina, new Answers(0, 4, 3)))
                .hasMessageContaining("每个问题");
        pulse.answer(lina, answers);
        assertThatThrownBy(() -> pulse.answer(lina, answers)).hasMessageContaining("已经填写过");
        assertThat(pulse.hasAnswered(Period.of("2026Q4"), lina.userId())).isTrue();
        assertThat(columns("pulse_answer"))
                .containsExactlyInAnyOrder(
                        "id", "quarter", "team_id", "satisfaction", "collaboration", "ease");
        assertThat(columns("pulse_participant")).containsExactlyInAnyOrder("quarter", "user_id");
        assertThat(new PulseResults(jdbc).teams(Period.of("2026Q4"))).isEmpty();
        assertThat(new PulseResults(jdbc).sample(List.of(Period.of("2026Q4")))).isEmpty();
        clock.moveTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(pulse.open()).isEmpty();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }
}
