package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
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

/**
 * What happens in the second before, at and after the edge of a period counts where it belongs and
 * nowhere else (kpi.md §1 half-open, §9 cut-off exclusive), as a few lines of Java tell it.
 */
@Label("边界半开：每件事恰好计入一个周期")
class KpiBoundariesTest {

    private static final List<String> PERIODS =
            List.of("2026-09", "2026Q3", "2026-10", "2026-11", "2026-12", "2026Q4");

    /** Ends of periods, and their cut-offs five working days later. */
    private static final List<String> EDGES =
            List.of(
                    "2026-09-01T00:00:00",
                    "2026-10-01T00:00:00",
                    "2026-10-13T18:00:00",
                    "2026-11-01T00:00:00",
                    "2026-11-06T18:00:00",
                    "2026-12-01T00:00:00");

    private static final String ZHANG = "%s DEFAULT person:zhangwei";
    private static final String NEVER = "2027-01-19T00:00:00";

    /** An issue of one person: reported, due, resolved and perhaps reopened at such edges. */
    record Life(
            LocalDateTime created, LocalDateTime due, LocalDateTime resolved, LocalDateTime again) {

        /** Never reopened. */
        Life once() {
            return new Life(created, due, resolved, LocalDateTime.parse(NEVER));
        }

        boolean isIn(Limits period) {
            return period.has(created);
        }

        /** Resolved in the period, and not reopened before its cut-off. */
        boolean isSolvedIn(Limits period) {
            return period.has(resolved) && !at(again).isBefore(period.cutOff());
        }

        boolean isSolvedAsOf(Limits period) {
            return at(resolved).isBefore(period.end()) && !at(again).isBefore(period.cutOff());
        }

        LocalDateTime outcome() {
            return isOnTime() ? resolved : due;
        }

        boolean isOnTime() {
            return !resolved.isAfter(due);
        }
    }

    /** Of a period. */
    record Limits(Instant start, Instant end, Instant cutOff) {

        boolean has(LocalDateTime moment) {
            return !at(moment).isBefore(start) && at(moment).isBefore(end);
        }
    }

    @Property(
            tries = 2,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("提报、解决、重开都按 [起, 止) 归入周期，截止日不含")
    void everyFactIsInOnePeriod(@ForAll("lives") List<Life> lives) {
        var given = computed(lives);
        for (var period : PERIODS) {
            var limits = limits(given, period);
            var created = count(lives, life -> life.isIn(limits));
            var solved = count(lives, life -> life.isSolvedIn(limits));
            denominator(given, period, "T1 CREATED all", created);
            numerator(
                    given,
                    period,
                    "T1 CREATED all",
                    count(lives, life -> life.isIn(limits) && life.isSolvedAsOf(limits)));
            denominator(given, period, "T2 WORKDAY all", solved);
            denominator(given, period, "T3 DEFAULT all", created);
            numerator(given, period, ZHANG.formatted("P1"), solved);
        }
    }

    @Property(
            tries = 2,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("到期与按时解决归入其发生的周期")
    void everyOutcomeIsInOnePeriod(@ForAll("lives") List<Life> lives) {
        var once = lives.stream().map(Life::once).toList();
        var given = computed(once);
        for (var period : PERIODS) {
            var limits = limits(given, period);
            var what = ZHANG.formatted("P2");
            denominator(given, period, what, count(once, life -> limits.has(life.outcome())));
            numerator(
                    given,
                    period,
                    what,
                    count(once, life -> life.isOnTime() && limits.has(life.resolved())));
        }
    }

    private static TestKpis computed(List<Life> lives) {
        var given = new TestKpis("2027-01-20T01:07");
        given.team(2, "平台组", "lixue", "zhangwei");
        lives.forEach(life -> happens(given, life));
        given.night();
        return given;
    }

    private static void happens(TestKpis given, Life life) {
        var issue =
                given.issue()
                        .reported(life.created().toString())
                        .assigned(life.created().toString(), "zhangwei", life.due().toString())
                        .resolved(life.resolved().toString());
        if (life.again().isBefore(LocalDateTime.parse(NEVER))) {
            issue.reopened(life.again().toString());
        }
    }

    /** Resolved after being reported, reopened half as often and after that. */
    @Provide
    Arbitrary<List<Life>> lives() {
        return Combinators.combine(
                        moments(), moments(), moments(), moments(), Arbitraries.of(true, false))
                .as(KpiBoundariesTest::life)
                .list()
                .ofSize(40);
    }

    private static Life life(
            LocalDateTime one,
            LocalDateTime due,
            LocalDateTime other,
            LocalDateTime third,
            boolean reopened) {
        var created = one.isBefore(other) ? one : other;
        var resolved = (one.isBefore(other) ? other : one).plusSeconds(one.equals(other) ? 1 : 0);
        var again = reopened && third.isAfter(resolved) ? third : LocalDateTime.parse(NEVER);
        return new Life(created, due.isAfter(created) ? due : resolved, resolved, again);
    }

    private static Arbitrary<LocalDateTime> moments() {
        return Combinators.combine(Arbitraries.of(EDGES), Arbitraries.integers().between(-1, 1))
                .as((edge, seconds) -> LocalDateTime.parse(edge).plusSeconds(seconds));
    }

    private static long count(List<Life> lives, Predicate<Life> which) {
        return lives.stream().filter(which).count();
    }

    private static void denominator(TestKpis given, String period, String what, long expected) {
        assertThat(part(given, period, what, "denominator"))
                .as("%s %s", period, what)
                .isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    private static void numerator(TestKpis given, String period, String what, long expected) {
        assertThat(part(given, period, what, "numerator"))
                .as("%s %s", period, what)
                .isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    private static BigDecimal part(TestKpis given, String period, String what, String column) {
        return given.jdbc
                .sql(
                        "select coalesce(sum(%s), 0) from kpi_value where period = ? and metric || ' ' || basis || ' ' || scope = ?"
                                .formatted(column))
                .params(period, what)
                .query(BigDecimal.class)
                .single();
    }

    private static Limits limits(TestKpis given, String period) {
        return given.jdbc
                .sql("select cut_off from kpi_owed_period where period = ?")
                .param(period)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(
                        cutOff ->
                                new Limits(
                                        Period.of(period).start(), Period.of(period).end(), cutOff))
                .orElseThrow();
    }

    private static Instant at(LocalDateTime moment) {
        return TestClock.at(moment.toString());
    }
}
