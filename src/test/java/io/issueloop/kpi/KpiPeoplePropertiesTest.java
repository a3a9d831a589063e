package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for any ratings, learning plans and articles (kpi.md §4), as for any history. */
@Label("互评、学习计划与文章：任意事实都成立的性质")
class KpiPeoplePropertiesTest {

    private static final List<String> PEOPLE = List.of("zhangwei", "liuyang", "wangfang");
    private static final String Q4 = "2026Q4";

    @Property(
            tries = 3,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("记录的先后不影响结果；数值都在范围内；文章的份额之和为 1；不足 3 人不计分")
    void valuesKeepTheirRange(@ForAll Random random) {
        var facts = new ArrayList<Fact>();
        IntStream.range(0, 30).forEach(n -> facts.add(fact(n, random)));
        var first = computed(facts);
        Collections.shuffle(facts, random);
        assertThat(computed(facts).fingerprint(Q4)).isEqualTo(first.fingerprint(Q4));
        var values = first.kpis.find(Period.of(Q4));
        values.forEach(KpiPeoplePropertiesTest::inRange);
        assertThat(values).extracting(KpiValue::metric).contains("P3", "P4", "P5", "SCORE");
        assertThat(articlesThatAreNotWhole(first)).isEmpty();
        PEOPLE.forEach(person -> enoughRaters(first, facts, person));
    }

    /** Something people did; each may be recorded whenever. */
    private interface Fact {

        void record(TestPeople people);

        default boolean rates(String person) {
            return false;
        }
    }

    private record Rating(String person, int rater, int... stars) implements Fact {

        @Override
        public void record(TestPeople people) {
            people.rated(person, "rater" + rater, "2026-10-02T10:00", stars);
        }

        @Override
        public boolean rates(String other) {
            return person.equals(other);
        }
    }

    private static Fact fact(int n, Random random) {
        var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var other = PEOPLE.get((PEOPLE.indexOf(person) + 1) % PEOPLE.size());
        int tenth = 1 + random.nextInt(9);
        int outcome = random.nextInt(3);
        return switch (n % 3) {
            case 0 -> new Rating(person, n, stars(random), stars(random), stars(random));
            case 1 -> people -> learns(people, "L" + n, person, outcome);
            default ->
                    people ->
                            people.article("A" + n, "SUBMITTED", "2026-10-02T10:00", person, "{}")
                                    .article(
                                            "A" + n,
                                            "PUBLISHED",
                                            "2026-10-03T10:00",
                                            "lixue",
                                            "{\"%s\": 0.%d, \"%s\": 0.%d}"
                                                    .formatted(person, tenth, other, 10 - tenth));
        };
    }

    private static void learns(TestPeople people, String item, String person, int what) {
        people.learning(item, person, 1 + what, "AGREED", "2026-10-02T10:00");
        if (what > 0) {
            var step = what == 1 ? "VERIFIED" : "DROPPED";
            people.learning(item, person, 1 + what, step, "2026-10-05T10:00");
        }
    }

    private static int stars(Random random) {
        return 1 + random.nextInt(5);
    }

    private static TestKpis computed(List<Fact> facts) {
        var given = new TestKpis("2026-10-21T01:07");
        given.team(2, "平台组", "lixue", PEOPLE.toArray(String[]::new));
        given.issue().reported("2026-10-01T09:00");
        var people = new TestPeople(given.jdbc);
        facts.forEach(fact -> fact.record(people));
        people.roundClosed("2026-10-09T18:00");
        given.night();
        return given;
    }

    private static void inRange(KpiValue value) {
        var exact = value.value();
        if (exact == null) {
            return;
        }
        var number = new BigDecimal(exact);
        switch (value.metric()) {
            case "P4" -> assertThat(number).isBetween(BigDecimal.ONE, BigDecimal.valueOf(5));
            case "P5", "SCORE" ->
                    assertThat(number).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            default -> assertThat(number).isNotNegative();
        }
    }

    private static List<String> articlesThatAreNotWhole(TestKpis given) {
        return given.jdbc
                .sql(
                        """
                        select issue_no from kpi_line where period = '2026Q4' and metric = 'P3' and included
                         group by issue_no having sum(numerator) <> 1
                        """)
                .query(String.class)
                .list();
    }

    private static void enoughRaters(TestKpis given, List<Fact> facts, String person) {
        var raters = facts.stream().filter(fact -> fact.rates(person)).count();
        var scored =
                given.kpis.find(Period.of(Q4), KpiScope.of("person:" + person), "P4").stream()
                        .anyMatch(value -> value.value() != null);
        assertThat(scored).as("%s rated by %d", person, raters).isEqualTo(raters >= 3);
    }
}
