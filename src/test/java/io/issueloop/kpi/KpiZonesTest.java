package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same facts are the same numbers wherever the server believes to be (kpi.md §1 Time). */
class KpiZonesTest {

    private static final TimeZone OURS = TimeZone.getDefault();
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Shanghai", "America/Los_Angeles");

    @AfterEach
    void backHome() {
        TimeZone.setDefault(OURS);
    }

    @Test
    @DisplayName("三个时区：每个数值、每条明细都一样，季末前后一秒也归入同一周期")
    void sameNumbersInEveryZone() {
        var numbers = new ArrayList<Map<String, String>>();
        for (var zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            numbers.add(numbers());
        }
        assertThat(numbers.get(0))
                .isEqualTo(numbers.get(1))
                .isEqualTo(numbers.get(2))
                .containsEntry("solved in 2026Q3", "2/2")
                .containsEntry("solved in 2026Q4", "2/2");
    }

    private static Map<String, String> numbers() {
        var given = new TestKpis("2026-12-20T01:07");
        given.team(2, "平台组", "lixue", "zhangwei");
        lived(given, "a", "2026-09-30T23:59:59", "2026-09-30T23:59:59");
        lived(given, "b", "2026-09-20T09:00", "2026-09-30T23:59:59");
        lived(given, "c", "2026-10-01T00:00:00", "2026-10-01T00:00:00");
        lived(given, "d", "2026-10-31T23:30", "2026-11-02T10:00");
        given.issue("d").paused("2026-11-01T08:00", "INFORMATION", false);
        new TestPeople(given.jdbc)
                .article("A1", "SUBMITTED", "2026-12-31T23:00", "zhangwei", "{}")
                .away("zhangwei", "2026-10-08", "2026-10-09");
        given.night();
        return Map.of(
                "2026Q3", given.fingerprint("2026Q3"),
                "2026-09", given.fingerprint("2026-09"),
                "2026Q4", given.fingerprint("2026Q4"),
                "2026-10", given.fingerprint("2026-10"),
                "solved in 2026Q3", given.parts("2026Q3", "all", "T1", "CREATED"),
                "solved in 2026Q4", given.parts("2026Q4", "all", "T1", "CREATED"));
    }

    private static void lived(TestKpis given, String no, String created, String resolved) {
        given.issue(no)
                .reported(created)
                .assigned(created, "zhangwei", "2026-11-01T00:00:00")
                .resolved(resolved)
                .rated(resolved, 4);
    }
}
