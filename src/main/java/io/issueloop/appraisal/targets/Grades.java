package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.GradeTable.Grade;
import io.issueloop.kpi.KpiOverrides;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Performance grades of quarters that are over. Whoever has no score has no grade; a signed
 * adjustment of the score counts and is said. Who may see one is decided by the caller: as with the
 * score it is the person, the lead and the KPI administrators.
 */
@Service
@Transactional
public class Grades {

    private final JdbcClient jdbc;
    private final Kpis kpis;
    private final KpiOverrides overrides;
    private final GradeTable table;
    private final Clock clock;

    Grades(JdbcClient jdbc, Kpis kpis, KpiOverrides overrides, GradeTable table, Clock clock) {
        this.jdbc = jdbc;
        this.kpis = kpis;
        this.overrides = overrides;
        this.table = table;
        this.clock = clock;
    }

    /**
     * A grade as it was given.
     *
     * @param score the one that was graded; null with no grade
     * @param adjusted whether the score is a signed adjustment
     */
    public record Given(
            @Nullable String score, boolean adjusted, @Nullable String grade, String words) {}

    /** Grades every final score of a quarter; what has not changed since is left as it is. */
    public void give(Period quarter) {
        kpis.find(quarter, "SCORE").stream()
                .filter(value -> !value.provisional())
                .forEach(value -> give(quarter, value));
    }

    /** Empty while the quarter has not been graded. */
    @Transactional(readOnly = true)
    public Optional<Given> of(Period quarter, UserId person) {
        return jdbc.sql(
                        """
                        select trim_scale(score) as score, adjusted, grade, words from performance_grade
                         where period = ? and person = ? order by id desc limit 1
                        """)
                .params(quarter.code(), person.value())
                .query(
                        (row, n) ->
                                new Given(
                                        row.getString("score"),
                                        row.getBoolean("adjusted"),
                                        row.getString("grade"),
                                        row.getString("words")))
                .optional();
    }

    private void give(Period quarter, KpiValue value) {
        var person = KpiScope.of(value.scope()).person().orElseThrow();
        var signed = overrides.of(value).stream().findFirst().map(KpiOverrides.Adjustment::value);
        var score = signed.or(() -> Optional.ofNullable(value.value())).map(BigDecimal::new);
        var grade =
                score.map(table::grade)
                        .orElseGet(() -> new Grade("", "数据不足，不评等级", table.version()));
        var now =
                new Given(
                        score.map(s -> s.stripTrailingZeros().toPlainString()).orElse(null),
                        signed.isPresent(),
                        score.isPresent() ? grade.grade() : null,
                        grade.words());
        if (!of(quarter, person).equals(Optional.of(now))) {
            keep(quarter, person, now, grade.version());
        }
    }

    private void keep(Period quarter, UserId person, Given given, int version) {
        var score = given.score();
        jdbc.sql(
                        """
                        insert into performance_grade (period, person, score, adjusted, grade, words,
                                                       decision_version, graded_at)
                        values (:period, :person, :score, :adjusted, :grade, :words, :version, :now)
                        """)
                .param("period", quarter.code())
                .param("person", person.value())
                .param("score", score == null ? null : new BigDecimal(score))
                .param("adjusted", given.adjusted())
                .param("grade", given.grade())
                .param("words", given.words())
                .param("version", version)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
