package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds for any history (kpi.md §1, §5): few tries, each with a dozen issues on PostgreSQL. No
 * edge cases, which jqwik tries first: sixty times the same step is no history.
 */
@Label("任意历史都成立的性质")
class KpiPropertiesTest {

    private static final LocalDateTime FROM = LocalDateTime.parse("2026-09-21T09:00");
    private static final List<String> PEOPLE = List.of("zhangwei", "liuyang", "wangfang");
    private static final List<String> QUARTERS = List.of("2026Q3", "2026Q4");

    /** So near that most issues have one event between two of them, or none. */
    private static final List<String> NIGHTS =
            List.of(
                    "2026-09-25T01:07",
                    "2026-09-29T01:07",
                    "2026-10-02T01:07",
                    "2026-10-07T01:07",
                    "2026-10-12T01:07",
                    "2026-10-21T01:07");

    private static final List<String> PERIODS = List.of("2026Q3", "2026Q4", "2026-10");

    /** One thing that happens to one issue, so many hours after the beginning. */
    record Step(int issue, int hours, String what, int who) {}

    @Property(
            tries = 4,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("增量等于全量")
    void incrementsEqualRecomputation(@ForAll("histories") List<Step> history) {
        var given = new TestKpis("2026-09-22T01:07");
        given.team(2, "平台组", "lixue", "zhangwei", "liuyang", "wangfang");
        var rest = new ArrayList<>(history);
        for (var night : NIGHTS) {
            var until = LocalDateTime.parse(night);
            rest.removeIf(step -> record(given, step, until));
            given.night(night);
            given.kpis.periods().stream()
                    .map(Period::code)
                    .filter(QUARTERS::contains)
                    .forEach(quarter -> isTheWhole(given, quarter, night));
        }
    }

    /** Compared every night: a later change of the same issue would cover up what was missed. */
    private static void isTheWhole(TestKpis given, String quarter, String night) {
        var before = given.fingerprint(quarter);
        var report = given.recompute(quarter);
        assertThat(report.values()).as("%s on %s", quarter, night).isEmpty();
        assertThat(report.lines()).as("%s on %s", quarter, night).isEmpty();
        assertThat(report.fingerprint()).as("%s on %s", quarter, night).isEqualTo(before);
    }

    @Property(
            tries = 3,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("记录的先后不影响结果；数值都在范围内；份额之和为 1")
    void orderDoesNotMatterAndValuesKeepTheirRange(
            @ForAll("histories") List<Step> history, @ForAll Random random) {
        var steps = distinctTimes(history);
        var first = computed(steps);
        var shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);
        var second = computed(shuffled);
        for (var period : PERIODS) {
            assertThat(second.fingerprint(period)).as(period).isEqualTo(first.fingerprint(period));
            first.kpis.find(Period.of(period)).forEach(KpiPropertiesTest::inRange);
            assertThat(sharesThatAreNotWhole(first.jdbc, period)).isEmpty();
        }
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    @Label("周期半开：每个时刻恰好属于一个月和一个季度")
    void periodsAreHalfOpen(@ForAll("seconds") long second) {
        var instant = Instant.ofEpochSecond(second);
        for (var kind : Period.Kind.values()) {
            var period = Period.at(kind, instant);
            assertThat(instant).isAfterOrEqualTo(period.start()).isBefore(period.end());
            assertThat(Period.at(kind, period.end())).isEqualTo(period.next());
            assertThat(Period.at(kind, period.end().minusNanos(1))).isEqualTo(period);
        }
    }

    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(946_684_800L, 4_000_000_000L);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 650),
                        Arbitraries.of(
                                "ASSIGNED",
                                "ASSIGNED",
                                "RESOLVED",
                                "RESOLVED",
                                "REOPENED",
                                "PAUSED",
                                "RESUMED",
                                "REFUSED",
                                "RATED",
                                "RATED",
                                "RATED",
                                "LINKED",
                                "WITHDRAWN",
                                "WONT_FIX",
                                "INVALIDATED",
                                "SHARES"),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofSize(60);
    }

    /** Recorded in this order. */
    private static TestKpis computed(List<Step> steps) {
        var given = new TestKpis("2026-10-21T01:07");
        given.team(2, "平台组", "lixue", "zhangwei", "liuyang", "wangfang");
        steps.forEach(step -> record(given, step, LocalDateTime.MAX));
        // the issues themselves come last: what is recorded first is not what happened first
        IntStream.range(0, 12).forEach(issue -> reported(given, issue));
        given.night("2026-10-21T01:07");
        return given;
    }

    /** Two things at the very same instant are told apart by the order of recording alone. */
    private static List<Step> distinctTimes(List<Step> history) {
        return history.stream()
                .collect(
                        Collectors.toMap(
                                step -> step.issue() + "/" + step.hours(),
                                step -> step,
                                (one, other) ->
                                        one.what().compareTo(other.what()) < 0 ? one : other,
                                TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static void reported(TestKpis given, int issue) {
        issue(given, issue)
                .reportedBy(issue % 5 == 0 ? "zhangwei" : "lixue", at(issue * 7).toString());
    }

    /** False while its time has not come. */
    private static boolean record(TestKpis given, Step step, LocalDateTime until) {
        var at = at(step.hours() + step.issue() * 7);
        if (!at.isBefore(until)) {
            return false;
        }
        var issue = issue(given, step.issue());
        if (until != LocalDateTime.MAX && isNew(given, step)) {
            reported(given, step.issue());
        }
        var who = PEOPLE.get(step.who());
        switch (step.what()) {
            case "ASSIGNED" ->
                    issue.assigned(at.toString(), who, at.plusDays(2 + 3L * step.who()).toString());
            case "RESOLVED" -> issue.resolvedBy(who, at.toString());
            case "PAUSED" -> issue.paused(at.toString(), "INFORMATION", step.who() == 0);
            case "RATED" -> issue.rated(at.toString(), 1 + step.hours() % 5);
            case "LINKED" ->
                    issue.linked(
                            at.toString(),
                            number((step.issue() + 1) % 12),
                            step.who() == 0 ? "RECURRENCE" : "DUPLICATE_REPORT");
            case "SHARES" ->
                    issue.event(
                            "SHARES_AGREED",
                            at.toString(),
                            "lixue",
                            Map.of("shares", Map.of("zhangwei", 0.7, "liuyang", 0.3)));
            default -> issue.happened(step.what(), at.toString());
        }
        return true;
    }

    private static boolean isNew(TestKpis given, Step step) {
        return given.jdbc
                .sql(
                        "select not exists (select from issue_event where issue_no = ? and type = 'REPORTED')")
                .param(number(step.issue()))
                .query(Boolean.class)
                .single();
    }

    private static TestIssue issue(TestKpis given, int issue) {
        return given.issue(number(issue));
    }

    private static String number(int issue) {
        return "ISS-20260921-%04d".formatted(issue);
    }

    private static LocalDateTime at(int hours) {
        return FROM.plusHours(hours);
    }

    private static void inRange(KpiValue value) {
        var numerator = new BigDecimal(value.numerator());
        var denominator = new BigDecimal(value.denominator());
        assertThat(numerator).isNotNegative();
        var exact = value.value();
        if (exact == null) {
            assertThat(denominator).isZero();
            return;
        }
        var number = new BigDecimal(exact);
        switch (value.metric()) {
            case "T1", "T3", "P2", "P5", "SCORE" ->
                    assertThat(number).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            case "T4", "P4" -> assertThat(number).isBetween(BigDecimal.ONE, BigDecimal.valueOf(5));
            default -> assertThat(number).isNotNegative();
        }
    }

    private static List<String> sharesThatAreNotWhole(JdbcClient jdbc, String period) {
        return jdbc.sql(
                        """
                        select issue_no from kpi_line where period = ? and metric = 'P1' and included
                         group by issue_no having sum(numerator) <> 1
                        """)
                .param(period)
                .query(String.class)
                .list();
    }
}
