package io.issueloop.kpi;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines upheld appeals corrected, put in the place of computed ones (kpi.md §5). */
@Component
class CorrectedLines {

    private static final String LAST =
            """
            select distinct on (metric, person, issue_no) * from kpi_correction
             where period = :quarter order by metric, person, issue_no, id desc
            """;

    /**
     * A quarter is corrected as decided. Its months follow: what is taken out leaves each of them,
     * what counts does so once, in the last that lists it; ratings and plans are the whole
     * quarter's in each.
     */
    private static final String CONCERNED =
            """
            create temporary table kpi_corrected on commit drop as
            select c.metric, c.person, c.issue_no, c.included, c.numerator, c.denominator, c.reason,
                   c.appeal_no, l.team_id, coalesce(l.basis, 'DEFAULT') as basis,
                   case when c.metric = 'P5' and c.included
                        then coalesce((select f.weight from learning_item_fact f
                                        where f.item_no = c.issue_no order by f.id desc limit 1), 1) end as weight
              from (%s) c
              left join lateral (select team_id, basis from kpi_single_line l
                                  where l.period = :period and l.metric = c.metric
                                    and l.person = c.person and l.issue_no = c.issue_no limit 1) l on true
             where :period = :quarter
                or l.basis is not null
               and (not c.included or c.metric in ('P4', 'P5') or not exists (
                    select from kpi_single_line later where later.period = any(:later) and later.metric = c.metric
                       and later.person = c.person and later.issue_no = c.issue_no))
            """
                    .formatted(LAST);

    private final JdbcClient jdbc;

    CorrectedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the issues, articles and learning items corrected in a period's quarter. */
    List<String> lines(Period period) {
        return jdbc.sql("select distinct issue_no from kpi_correction where period = ? order by 1")
                .param(period.quarter().code())
                .query(String.class)
                .list();
    }

    /** Part of the computation, when its lines are written. */
    void apply(PeriodLook look) {
        jdbc.sql("drop table if exists pg_temp.kpi_corrected").update();
        var period = look.period();
        jdbc.sql(
                        CONCERNED
                                .replace(":period", quoted(period.code()))
                                .replace(":quarter", quoted(period.quarter().code()))
                                .replace(":later", quoted("{" + laterMonths(period) + "}")))
                .update();
        List.of(
                        """
                        delete from kpi_single_line l using kpi_corrected c
                         where l.period = :period and l.metric = c.metric and l.person = c.person
                           and l.issue_no = c.issue_no
                        """,
                        """
                        insert into kpi_single_line (period, metric, basis, definition_version, issue_no, team_id, person,
                                              included, reason, numerator, denominator, part, extra)
                        select :period, metric, basis, :version, issue_no, team_id, person, included,
                               '申诉 ' || appeal_no || ' 成立，' || case when included then '计入：' else '不计入：' end || reason,
                               coalesce(weight, numerator), coalesce(weight, denominator),
                               case when metric = 'P1' and included then 'OFFERED' end, null
                          from kpi_corrected
                        """)
                .forEach(sql -> jdbc.sql(sql).params(look.params()).update());
    }

    /** Months of the same quarter after this one, separated by commas. */
    private static String laterMonths(Period period) {
        return Stream.iterate(period.next(), Period::next)
                .takeWhile(later -> later.end().compareTo(period.quarter().end()) <= 0)
                .map(Period::code)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String code) {
        return "'" + code + "'";
    }
}
