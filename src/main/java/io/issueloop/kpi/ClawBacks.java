package io.issueloop.kpi;

/**
 * What a locked quarter gave and a late reopening takes back, in the quarter in which that happened
 * (kpi.md §5). The locked quarter itself stays as it is.
 */
final class ClawBacks {

    private static final String WHY =
            """
            '追回：' || c.period || ' 已计入的解决于 '
                || to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || ' 被重开'
            """;

    /** The share comes off the count: solved again, the issue counts again. */
    static final String OF_PERSONS =
            """
            union all
            select c.issue_no, l.team_id, l.person, true, %s, -l.numerator, 0, null, null
              from kpi_claw_back c
              join kpi_issue f using (issue_no)
              join kpi_line l on l.period = c.period and l.issue_no = c.issue_no
                             and l.metric = 'P1' and l.included and l.numerator > 0
             where c.at >= :start and c.at < :end
            """
                    .formatted(WHY);

    /** A ratio of other issues cannot give it back; the bases DUE and BACKLOG carry it anyway. */
    static final String OF_TEAMS =
            """
            select c.issue_no, l.team_id, null::text as person, false as included,
                   %s || '，遗留口径中计为未解决' as reason, 0 as numerator, 0 as denominator,
                   null::text as part, null::numeric as extra
              from kpi_claw_back c
              join kpi_issue f using (issue_no)
              join kpi_line l on l.period = c.period and l.issue_no = c.issue_no
                             and l.metric = 'T1' and l.basis = 'CREATED' and l.included and l.numerator > 0
             where c.at >= :start and c.at < :end
            """
                    .formatted(WHY);

    private ClawBacks() {}
}
