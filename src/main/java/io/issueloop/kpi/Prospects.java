package io.issueloop.kpi;

import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What solving one more issue today would do to a person's numbers, from the values last computed;
 * a forecast, not a fact.
 */
@Service
@Transactional(readOnly = true)
public class Prospects {

    private final JdbcClient jdbc;
    private final DefinitionStore definitions;
    private final StoredTallies stored;
    private final Exposures exposures;

    Prospects(
            JdbcClient jdbc,
            DefinitionStore definitions,
            StoredTallies stored,
            Exposures exposures) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.stored = stored;
        this.exposures = exposures;
    }

    /** One metric now and then, in words; metrics that would not move are left out. */
    public record Move(String metric, String name, String before, String after) {}

    /**
     * @param late the personal due time has passed: on time it will not be any more
     */
    public record Prospect(String issueNo, boolean late, List<Move> moves) {}

    /** For every issue the person held unsolved when the period was last computed. */
    public List<Prospect> of(UserId person, Period period) {
        var version = definitions.at(period);
        var scope = KpiScope.person(person).toString();
        var exposure = exposures.of(period).getOrDefault(scope, Exposure.FULL);
        var metrics = stored.of(period, version, scope, exposure);
        var score = new Score(version.cap(), exposure);
        var kpi = version.of(ScoreKpi.SCORE.metric(), ScoreKpi.SCORE.basis());
        var now = Stream.concat(metrics.stream(), Stream.of(score.tally(kpi, scope, metrics)));
        var before = now.toList();
        return held(person, period).stream()
                .map(
                        issue -> {
                            var moved = metrics.stream().map(t -> solved(t, issue.late())).toList();
                            var after = new ArrayList<>(moved);
                            after.add(score.tally(kpi, scope, moved));
                            return new Prospect(
                                    issue.issueNo(), issue.late(), moves(before, after));
                        })
                .toList();
    }

    private record Held(String issueNo, boolean late) {}

    private List<Held> held(UserId person, Period period) {
        return jdbc.sql(
                        """
                        select p1.issue_no, p2.issue_no is null as late
                          from kpi_line p1
                          left join kpi_line p2
                            on p2.period = p1.period and p2.metric = 'P2' and p2.issue_no = p1.issue_no
                           and p2.person = p1.person and p2.reason = :underWay
                         where p1.period = :period and p1.metric = 'P1' and p1.person = :person
                           and p1.part = 'OFFERED' and p1.reason = :unsolved
                           and exists (select from kpi_line s where s.period = p1.period and s.metric = 'P2'
                                          and s.issue_no = p1.issue_no and s.person = p1.person
                                          and s.reason <> '时限前转交，不计')
                         order by 2, 1
                        """)
                .param("period", period.code())
                .param("person", person.value())
                .param("unsolved", "周期结束时未解决")
                .param("underWay", "处理中，时限未到")
                .query((row, n) -> new Held(row.getString("issue_no"), row.getBoolean("late")))
                .list();
    }

    private static Tally solved(Tally tally, boolean late) {
        return switch (tally.kpi().metric()) {
            case "P1" -> with(tally, tally.numerator().add(BigDecimal.ONE), BigDecimal.ONE);
            case "P2" ->
                    late
                            ? tally
                            : with(
                                    tally,
                                    tally.numerator().add(BigDecimal.ONE),
                                    tally.denominator().add(BigDecimal.ONE));
            default -> tally;
        };
    }

    private static Tally with(Tally tally, BigDecimal numerator, BigDecimal denominator) {
        return new Tally(
                tally.kpi(),
                tally.scope(),
                numerator,
                denominator,
                tally.n() + 1,
                tally.target(),
                tally.sufficient(),
                tally.details());
    }

    private static List<Move> moves(List<Tally> before, List<Tally> after) {
        var moves = new ArrayList<Move>();
        for (int i = 0; i < before.size(); i++) {
            var was = TallyWords.value(before.get(i));
            var is = TallyWords.value(after.get(i));
            if (!was.equals(is)) {
                var kpi = after.get(i).kpi();
                moves.add(new Move(kpi.metric(), kpi.name(), was, is));
            }
        }
        return moves;
    }
}
