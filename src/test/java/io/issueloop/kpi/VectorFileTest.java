package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.calendar.TestCalendars;
import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worked numbers as the customer's file states them, where it lies beside the repository. */
class VectorFileTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path FILE = Path.of("..", "shared", "kpi-vectors.json");
    private static final Map<String, String> CREATED =
            Map.of("Q4", "2026-11-02T09:00", "Q3", "2026-09-01T09:00");
    private static final Map<String, String> DUE =
            Map.of("Q3", "2026-09-29T18:00", "Q4", "2026-12-24T18:00", "Q1", "2027-01-08T18:00");

    private final WorkingCalendar calendar =
            TestCalendars.of(
                            JdbcClient.create(TestDatabase.create().dataSource()),
                            new TestClock("2026-11-22T10:00"))
                    .calendar();
    private JsonNode vectors = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(FILE), "kpi-vectors.json is not beside this repository");
        vectors = new ObjectMapper().readTree(FILE.toFile());
    }

    @Test
    void elapsedAndDue() {
        for (var v : vectors.path("elapsed")) {
            assertThat(calendar.workBetween(at(v.path("from")), at(v.path("to"))))
                    .as(v.path("case").asText())
                    .hasMinutes(v.path("work_min").asLong());
        }
        for (var v : vectors.path("due")) {
            assertThat(
                            calendar.addWork(
                                    at(v.path("from")),
                                    Duration.ofMinutes(v.path("sla_min").asLong())))
                    .as(v.path("case").asText())
                    .isEqualTo(at(v.path("due")));
        }
    }

    @Test
    void workingDaysAndZones() {
        vectors.path("working_days")
                .properties()
                .forEach(
                        v -> {
                            var quarter = Period.of(v.getKey());
                            assertThat(calendar.workBetween(quarter.start(), quarter.end()))
                                    .as(v.getKey())
                                    .hasMinutes(480 * v.getValue().asLong());
                        });
        for (var v : vectors.path("tz")) {
            assertThat(Period.at(Period.Kind.QUARTER, Instant.parse(v.path("utc").asText())))
                    .hasToString(v.path("quarter").asText());
        }
    }

    @Test
    void pauseAndReopen() {
        var given = new TestKpis("2026-11-20T01:07");
        var pause = vectors.path("pause");
        given.issue()
                .reported(text(pause.path("created")))
                .paused(text(pause.path("pending_from")), "INFORMATION", false)
                .resumed(text(pause.path("pending_to")))
                .resolved(text(pause.path("resolved")));
        var open = vectors.path("reopen").path("open_intervals");
        given.issue()
                .reported(text(open.path(0).path(0)))
                .resolved(text(open.path(0).path(1)))
                .reopened(text(open.path(1).path(0)))
                .resolved(text(open.path(1).path(1)));
        given.night("2026-11-20T01:07");
        long both = pause.path("net").asLong() + vectors.path("reopen").path("net").asLong();
        assertThat(given.parts("2026-10", "all", "T2", "WORKDAY")).isEqualTo(both + "/2");
    }

    @Test
    void solvedOnThreeBases() {
        var given = new TestKpis("2027-01-20T01:07");
        var bases = vectors.path("T1_three_bases");
        for (var v : bases.path("issues")) {
            var created = CREATED.getOrDefault(v.path("created").asText(), "");
            var issue =
                    given.issue(v.path("id").asText())
                            .reported(created)
                            .assigned(
                                    created,
                                    "zhangwei",
                                    DUE.getOrDefault(v.path("due").asText(), ""));
            if (v.path("resolved_asof").asBoolean()) {
                issue.resolved("2026-12-01T10:00");
            } else if (v.has("note")) {
                issue.resolved("2026-12-20T10:00").reopened("2027-01-03T10:00");
            }
        }
        given.night("2027-01-20T01:07");
        for (var basis : new String[] {"DUE", "CREATED", "BACKLOG"}) {
            assertThat(given.parts("2026Q4", "all", "T1", basis))
                    .as(basis)
                    .isEqualTo(
                            bases.path(basis).path(0).asInt()
                                    + "/"
                                    + bases.path(basis).path(1).asInt());
        }
    }

    @Test
    void aQuarterIsNotTheMeanOfItsMonths() {
        var given = new TestKpis("2027-01-20T01:07");
        var vector = vectors.path("monthly_to_quarter");
        var starts = List.of("2026-10-12T09:00", "2026-11-02T09:00", "2026-12-01T09:00");
        for (int month = 0; month < starts.size(); month++) {
            var parts = vector.path("months_n_totalmin").path(month);
            long each = parts.path(1).asLong() / parts.path(0).asLong();
            var solved =
                    calendar.addWork(TestClock.at(starts.get(month)), Duration.ofMinutes(each));
            for (int i = 0; i < parts.path(0).asInt(); i++) {
                given.issue()
                        .reported(starts.get(month))
                        .resolvedBy("zhangwei", LocalDateTime.ofInstant(solved, ZONE).toString());
            }
        }
        given.night("2027-01-20T01:07");
        assertThat(new BigDecimal(value(given, "2026Q4")))
                .isEqualByComparingTo(vector.path("quarter_ratio_of_sums").asText());
        for (int month = 0; month < starts.size(); month++) {
            assertThat(new BigDecimal(value(given, "2026-1" + month)))
                    .isEqualByComparingTo(vector.path("monthly_avg_days").path(month).asText());
        }
    }

    @Test
    void scores() {
        var metrics = List.of("P1", "P2", "P3", "P4", "P5");
        var weights = List.of("30", "25", "20", "15", "10");
        for (var vector : vectors.path("scores").properties()) {
            var tallies = new ArrayList<Tally>();
            for (int i = 0; i < metrics.size(); i++) {
                var attained = vector.getValue().path("detail").path(i).path(1).asText();
                tallies.add(attained(metrics.get(i), attained, weights.get(i)));
            }
            var cap = new BigDecimal(vector.getKey().contains("120%") ? "1.20" : "1.00");
            var score = new Score(cap, Exposure.FULL).tally(ScoreKpi.SCORE, "person:a", tallies);
            assertThat(TallyWords.value(score))
                    .as(vector.getKey())
                    .isEqualTo(vector.getValue().path("score").asText() + " 分");
            assertThat(score.details())
                    .containsEntry(
                            "availableWeight", vector.getValue().path("eff_weight").asText());
        }
    }

    /** Attained in full is the target itself, whatever the unit. */
    private static Tally attained(String metric, String share, String weight) {
        var kpi = KpiDefinitions.of(metric, "DEFAULT");
        var setting =
                new DefinitionVersion.Setting(
                        metric, "DEFAULT", kpi.unit().factor(), new BigDecimal(weight), "");
        boolean none = share.equals("N/A");
        return new Tally(
                kpi.under(1, setting),
                "person:a",
                none ? BigDecimal.ZERO : new BigDecimal(share),
                none ? BigDecimal.ZERO : BigDecimal.ONE,
                1,
                Optional.of(kpi.unit().factor()),
                true,
                Map.of());
    }

    private static String value(TestKpis given, String period) {
        return String.valueOf(given.value(period, "all", "T2", "WORKDAY").value());
    }

    private static Instant at(JsonNode local) {
        return TestClock.at(text(local));
    }

    private static String text(JsonNode local) {
        return local.asText().replace(' ', 'T');
    }
}
