package io.issueloop.kpi;

import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Correction events of upheld appeals (kpi.md §5): append-only, and read whenever a quarter's lines
 * are computed, so that computing again keeps them. The last about a line counts.
 */
@Service
@Transactional
public class KpiCorrections {

    private static final String LAST =
            """
            select distinct on (metric, person, issue_no) * from kpi_correction
             where period = :period order by metric, person, issue_no, id desc
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    KpiCorrections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One line of one person's metric as it is to be.
     *
     * @param line the issue's, article's or learning item's number, as lines bear it
     * @param numerator a share (P1, P3); for P5 the item's weight takes its place
     * @param actor who decided; never the person
     */
    public record Correction(
            String appealNo,
            Period quarter,
            String metric,
            UserId person,
            String line,
            boolean included,
            BigDecimal numerator,
            BigDecimal denominator,
            String reason,
            UserId actor) {}

    /** Appends it; the quarter is to be recomputed afterwards. */
    public void record(Correction one) {
        jdbc.sql(
                        """
                        insert into kpi_correction (appeal_no, period, metric, person, issue_no, included,
                                                    numerator, denominator, reason, actor, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.appealNo(),
                        one.quarter().code(),
                        one.metric(),
                        one.person().value(),
                        one.line(),
                        one.included(),
                        one.numerator(),
                        one.denominator(),
                        one.reason(),
                        one.actor().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many there are of a quarter. */
    @Transactional(readOnly = true)
    public int count(Period quarter) {
        return jdbc.sql("select count(*) from kpi_correction where period = ?")
                .param(quarter.code())
                .query(Integer.class)
                .single();
    }

    /** The numbers of the issues, articles and learning items whose lines were corrected. */
    List<String> lines(Period quarter) {
        return jdbc.sql("select distinct issue_no from kpi_correction where period = ? order by 1")
                .param(quarter.code())
                .query(String.class)
                .list();
    }

    /** Puts corrected lines in the place of computed ones; part of the computation. */
    void apply(PeriodLook look) {
        jdbc.sql("drop table if exists pg_temp.kpi_corrected").update();
        jdbc.sql(
                        """
                        create temporary table kpi_corrected on commit drop as
                        select c.metric, c.person, c.issue_no, c.included, c.numerator, c.denominator, c.reason,
                               c.appeal_no, l.team_id, coalesce(l.basis, 'DEFAULT') as basis,
                               case when c.metric = 'P5' and c.included
                                    then coalesce((select f.weight from learning_item_fact f
                                                    where f.item_no = c.issue_no order by f.id desc limit 1), 1) end as weight
                          from (%s) c
                          left join lateral (select team_id, basis from kpi_line l
                                              where l.period = :period and l.metric = c.metric
                                                and l.person = c.person and l.issue_no = c.issue_no limit 1) l on true
                        """
                                .formatted(LAST)
                                .replace(":period", "'" + look.period() + "'"))
                .update();
        List.of(
                        """
                        delete from kpi_line l using kpi_corrected c
                         where l.period = :period and l.metric = c.metric and l.person = c.person
                           and l.issue_no = c.issue_no
                        """,
                        """
                        insert into kpi_line (period, metric, basis, definition_version, issue_no, team_id, person,
                                              included, reason, numerator, denominator, part, extra)
                        select :period, metric, basis, :version, issue_no, team_id, person, included,
                               '申诉 ' || appeal_no || ' 成立，' || case when included then '计入：' else '不计入：' end || reason,
                               coalesce(weight, numerator), coalesce(weight, denominator),
                               case when metric = 'P1' and included then 'OFFERED' end, null
                          from kpi_corrected
                        """)
                .forEach(sql -> jdbc.sql(sql).params(look.params()).update());
    }
}
