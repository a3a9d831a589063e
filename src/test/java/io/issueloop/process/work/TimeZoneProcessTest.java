package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.issueloop.support.People;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class TimeZoneProcessTest extends IssueStory {

    private static final TimeZone OURS = TimeZone.getDefault();

    @Autowired private HikariDataSource pool;

    @AfterEach
    void backHome() {
        in(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
    @DisplayName("无论服务器在哪个时区：编号、截止时间和补充信息后的顺延都一样")
    void sameIssueInEveryZone(String zone) {
        in(TimeZone.getTimeZone(zone));
        clock.moveTo(Instant.parse("2026-11-20T16:30:00Z")); // Saturday 00:30 in Shanghai
        var issueNo = reported(People.ZHAO, "接口性能很差", "中", People.PLATFORM_PROJECT);
        assertThat(issueNo.value()).startsWith("ISS-20261121-");
        var handler = handlerOf(issueNo);
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        actions.accept(issueNo, handler);
        actions.askForInformation(issueNo, handler, "哪个接口？");
        assertThat(now(issueNo).dueAt()).contains(Instant.parse("2026-11-25T10:00:00Z"));
        clock.moveTo(Instant.parse("2026-11-23T04:00:00Z")); // two working hours later
        actions.answer(issueNo, People.ZHAO, "下单接口");
        assertThat(now(issueNo).dueAt()).contains(Instant.parse("2026-11-26T03:00:00Z"));
    }

    /** The JVM's zone, which new connections to the database take over. */
    private void in(TimeZone zone) {
        TimeZone.setDefault(zone);
        pool.getHikariPoolMXBean().softEvictConnections();
    }
}
