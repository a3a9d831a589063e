package io.issueloop.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.Zones;
import io.issueloop.support.MovableClock;
import io.issueloop.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** When scheduled pushes may go (design.md §3 Quiet hours). */
class QuietHoursTest {

    private final TestDatabase database = TestDatabase.create();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(
                    database.url(), database.username(), database.password(), true);
    private final TimeZone zone = TimeZone.getDefault();
    private final QuietHours quiet =
            new QuietHours(
                    TestCalendars.of(JdbcClient.create(connection), new MovableClock(Instant.EPOCH))
                            .calendar());

    @AfterEach
    void disconnect() {
        TimeZone.setDefault(zone);
        connection.destroy();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("工作日 8:00–20:00，避开整点和半点；周末、节假日顺延到下一个工作日，补班日照常")
    @CsvSource({
        "2026-11-23T19:59:00, 2026-11-23T19:59:00",
        "2026-11-23T20:00:00, 2026-11-24T08:01:00",
        "2026-11-23T07:59:00, 2026-11-23T08:01:00",
        "2026-11-23T08:00:00, 2026-11-23T08:01:00",
        "2026-11-23T08:01:00, 2026-11-23T08:01:00",
        "2026-11-23T10:00:30, 2026-11-23T10:01:00",
        "2026-11-23T10:30:00, 2026-11-23T10:31:00",
        "2026-11-23T10:29:59, 2026-11-23T10:29:59",
        "2026-11-27T20:00:00, 2026-11-30T08:01:00",
        "2026-10-10T10:05:00, 2026-10-10T10:05:00",
        "2026-10-10T07:59:59, 2026-10-10T08:01:00",
        "2026-10-10T19:59:59, 2026-10-10T19:59:59",
        "2026-10-10T20:00:00, 2026-10-12T08:01:00",
        "2026-10-07T19:59:00, 2026-10-08T08:01:00",
        "2026-09-30T21:00:00, 2026-10-08T08:01:00"
    })
    void allowedAt(LocalDateTime asked, LocalDateTime allowed) {
        for (var other : new String[] {"UTC", "America/Los_Angeles", "Asia/Shanghai"}) {
            TimeZone.setDefault(TimeZone.getTimeZone(other));
            var wait = quiet.wait(at(asked)).orElse(Duration.ZERO);
            assertThat(at(asked).plus(wait)).as(other).isEqualTo(at(allowed));
        }
    }

    @Test
    @DisplayName("可以发送时无需等待")
    void nothingToWaitFor() {
        assertThat(quiet.wait(at(LocalDateTime.parse("2026-11-23T09:12:00")))).isEmpty();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Zones.REPORTING).toInstant();
    }
}
