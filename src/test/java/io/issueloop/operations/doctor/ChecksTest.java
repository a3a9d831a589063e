package io.issueloop.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.operations.doctor.Finding.Level;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.Zones;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a warning becomes a failure. */
class ChecksTest {

    @ParameterizedTest
    @CsvSource({"59,OK", "-59,OK", "61,WARNING", "-299,WARNING", "301,BROKEN", "-7200,BROKEN"})
    void clockMayBeAMinuteApart(int secondsAhead, Level level) {
        var finding = ClockCheck.judged(Duration.ofSeconds(secondsAhead));
        assertThat(finding.level()).isEqualTo(level);
        if (level != Level.OK) {
            assertThat(finding.text()).contains(secondsAhead < 0 ? "慢" : "快");
        }
    }

    @ParameterizedTest
    @CsvSource({"2048,OK", "2047,WARNING", "300,WARNING", "299,BROKEN"})
    void diskNeedsRoom(long megabytes, Level level) {
        assertThat(DiskCheck.judged(megabytes, "/data").level()).isEqualTo(level);
    }

    @ParameterizedTest
    @DisplayName("今年没有日历是故障，明年的到十一月才提醒")
    @CsvSource({
        "2026-11-01T00:00+08:00,2026,WARNING",
        "2026-10-31T23:59+08:00,2026,OK",
        "2026-11-01T00:00+08:00,2027,OK",
        "2026-12-31T16:30Z,2026,BROKEN",
        "2027-10-31T12:00Z,2030,OK",
        "2027-11-01T12:00Z,2030,WARNING"
    })
    void calendarKnowsThisYearAndLaterTheNext(String now, int knownUntil, Level level) {
        var at = java.time.OffsetDateTime.parse(now).toInstant();
        var check = new CalendarCheck(new Until(knownUntil), Clock.fixed(at, Zones.REPORTING));
        assertThat(check.look()).extracting(Finding::level).containsExactly(level);
    }

    private record Until(int year) implements CalendarCoverage {
        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Year> unconfirmed(Instant from, Instant to) {
            var first = from.atZone(Zones.REPORTING).getYear();
            return IntStream.rangeClosed(first, to.atZone(Zones.REPORTING).getYear())
                    .filter(asked -> asked > year)
                    .mapToObj(Year::of)
                    .toList();
        }

        @Override
        public List<TeamId> stillFollowing(Year asked) {
            return asked.getValue() == 2028 ? List.of(TeamId.of(3)) : List.of();
        }
    }

    @ParameterizedTest
    @DisplayName("只有本机能访问的回调地址，对真实企业微信是故障，对本机沙箱不是")
    @CsvSource({
        "https://qyapi.weixin.qq.com,http://localhost:8080/wecom/callback,true",
        "https://qyapi.weixin.qq.com,http://127.0.0.1/wecom/callback,true",
        "https://qyapi.weixin.qq.com,https://issues.example.com/wecom/callback,false",
        "http://127.0.0.1:8090,http://localhost:8080/wecom/callback,false"
    })
    void localAddressIsHiddenFromTheRealWeCom(URI weCom, URI callback, boolean hidden) {
        assertThat(CallbackCheck.hiddenFrom(weCom, callback).isPresent()).isEqualTo(hidden);
    }

    @Test
    void listsNameAFewAndCountTheRest() {
        assertThat(Words.some(List.of("甲", "乙"))).isEqualTo("甲、乙");
        assertThat(Words.some(List.of("1", "2", "3", "4", "5", "6"))).isEqualTo("1、2、3、4、5 等 6 个");
        assertThat(Words.duration(Duration.ofMinutes(90))).isEqualTo("90 分钟");
        assertThat(Words.duration(Duration.ofHours(50))).isEqualTo("2 天");
    }
}
