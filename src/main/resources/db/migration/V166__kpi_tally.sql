-- What the lines of a period add up to, kept beside them: a change adds the difference it makes, so that
-- it costs what changed and not what there is (kpi.md §5).

create table kpi_tally (
    period      text    not null,
    metric      text    not null,
    basis       text    not null,
    scope       text    not null,
    lines       bigint  not null,
    numerator   numeric not null,
    denominator numeric not null,
    included    bigint  not null,
    offered     bigint  not null,
    unanswered  bigint  not null,
    duplicates  bigint  not null,
    recurrences bigint  not null,
    -- open issues whose clock runs, and those whose clock stands; of the first when it would have
    -- begun to run without a pause, so that time alone changes nothing; of the others how far it is
    running     bigint  not null,
    standing    bigint  not null,
    begun       numeric not null,
    stood       numeric not null,
    created     numeric not null,
    stars1      bigint  not null,
    stars2      bigint  not null,
    stars3      bigint  not null,
    stars4      bigint  not null,
    stars5      bigint  not null,
    -- no sums: read again where they are not up to date
    median      double precision,
    p90         double precision,
    spread_stale boolean not null,
    primary key (period, metric, basis, scope)
);

create index kpi_line_spread on kpi_line (period, basis, team_id, numerator) where metric = 'T2' and included;

-- Adds the lines of a period to the sums, or takes them off (p_sign -1): of all issues, of some (p_only)
-- or of some metrics.
create function kpi_add_up(p_period text, p_sign integer, p_only text[], p_metrics text[])
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    insert into kpi_tally as t
    select p_period, metric, basis, scope, p_sign * sum(lines), p_sign * sum(numerator), p_sign * sum(denominator),
           p_sign * sum(included), p_sign * sum(offered), p_sign * sum(unanswered), p_sign * sum(duplicates),
           p_sign * sum(recurrences), p_sign * sum(running), p_sign * sum(standing), p_sign * sum(begun),
           p_sign * sum(stood), p_sign * sum(created), p_sign * sum(stars1), p_sign * sum(stars2), p_sign * sum(stars3),
           p_sign * sum(stars4), p_sign * sum(stars5), null, null, metric = 'T2' and sum(included) > 0
      from (select metric, basis, team_id, person, count(*) as lines, sum(numerator) as numerator,
                   sum(denominator) as denominator, count(*) filter (where included) as included,
                   count(*) filter (where part = 'OFFERED') as offered,
                   count(*) filter (where part = 'UNANSWERED') as unanswered,
                   count(*) filter (where part = 'DUPLICATE_REPORT') as duplicates,
                   count(*) filter (where part = 'RECURRENCE') as recurrences,
                   count(*) filter (where part = 'OPEN') as running,
                   count(*) filter (where part = 'STANDING') as standing,
                   coalesce(sum(extra) filter (where part = 'OPEN'), 0) as begun,
                   coalesce(sum(extra) filter (where part = 'STANDING'), 0) as stood,
                   coalesce(sum(extra) filter (where metric = 'P3'), 0) as created,
                   count(*) filter (where metric = 'T4' and included and numerator = 1) as stars1,
                   count(*) filter (where metric = 'T4' and included and numerator = 2) as stars2,
                   count(*) filter (where metric = 'T4' and included and numerator = 3) as stars3,
                   count(*) filter (where metric = 'T4' and included and numerator = 4) as stars4,
                   count(*) filter (where metric = 'T4' and included and numerator = 5) as stars5
              from kpi_line
             where period = p_period and metric <> 'SCORE' and (p_only is null or issue_no = any(p_only))
               and (p_metrics is null or metric = any(p_metrics))
             group by metric, basis, team_id, person) line
     cross join lateral (
           select 'all' as scope where person is null
           union all select 'team:' || team_id where person is null and team_id is not null
           union all select 'person:' || person where person is not null) belongs
     group by metric, basis, scope
    on conflict (period, metric, basis, scope) do update
       set lines = t.lines + excluded.lines, numerator = t.numerator + excluded.numerator,
           denominator = t.denominator + excluded.denominator, included = t.included + excluded.included,
           offered = t.offered + excluded.offered, unanswered = t.unanswered + excluded.unanswered,
           duplicates = t.duplicates + excluded.duplicates, recurrences = t.recurrences + excluded.recurrences,
           running = t.running + excluded.running, standing = t.standing + excluded.standing,
           begun = t.begun + excluded.begun, stood = t.stood + excluded.stood, created = t.created + excluded.created,
           stars1 = t.stars1 + excluded.stars1, stars2 = t.stars2 + excluded.stars2, stars3 = t.stars3 + excluded.stars3,
           stars4 = t.stars4 + excluded.stars4, stars5 = t.stars5 + excluded.stars5,
           spread_stale = t.spread_stale or excluded.spread_stale;
end $$;

-- Ends an addition: what no line stands behind is gone, medians and percentiles are those of the lines.
create function kpi_settle(p_period text) returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    delete from kpi_tally where period = p_period and lines = 0;
    update kpi_tally t
       set spread_stale = false, (median, p90) = (
           select percentile_cont(0.5) within group (order by numerator), percentile_cont(0.9) within group (order by numerator)
             from kpi_line where period = p_period and metric = 'T2' and basis = t.basis and included
              and person is null)
     where t.period = p_period and t.spread_stale and t.scope = 'all';
    update kpi_tally t
       set spread_stale = false, (median, p90) = (
           select percentile_cont(0.5) within group (order by numerator), percentile_cont(0.9) within group (order by numerator)
             from kpi_line where period = p_period and metric = 'T2' and basis = t.basis and included
              and team_id = substr(t.scope, 6)::bigint)
     where t.period = p_period and t.spread_stale;
end $$;

-- When time alone can change an issue's lines: when a due time passes; always while its clock stands or
-- something is yet to come. The others are looked at when something happens to them.
drop table kpi_open_issue;
create table kpi_open_issue (
    period     text not null,
    issue_no   text not null,
    changes_at timestamptz not null,
    primary key (period, issue_no)
);
create index kpi_open_issue_next on kpi_open_issue (period, changes_at);

-- Sums of before do not exist: everything is computed wholly once.
update kpi_owed_period set statements = null;
