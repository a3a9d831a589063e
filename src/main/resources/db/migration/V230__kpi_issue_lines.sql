-- What an issue is in the KPIs of its team, in one row per period instead of one per KPI: a seventh of the
-- rows and index entries. Lines of people, scores and what a locked quarter gave remain rows of their own.
-- kpi_line shows all as one row each, as before (kpi.md §5).

create type kpi_entry as (
    metric      text,
    basis       text,
    included    boolean,
    reason      text,
    numerator   numeric,
    denominator numeric,
    part        text,
    extra       numeric
);

create table kpi_issue_lines (
    period             text        not null,
    definition_version integer     not null,
    issue_no           text        not null,
    team_id            bigint,
    lines              kpi_entry[] not null,
    primary key (issue_no, period)
);

create index kpi_issue_lines_of_team on kpi_issue_lines (period, team_id);

alter table kpi_line rename to kpi_single_line;
alter index kpi_line_of_value rename to kpi_single_line_of_value;
alter index kpi_line_of_issue rename to kpi_single_line_of_issue;
drop index kpi_line_spread;

create view kpi_line as
select period, metric, basis, definition_version, issue_no, team_id, person, included, reason, numerator, denominator,
       part, extra
  from kpi_single_line
union all
select i.period, e.metric, e.basis, i.definition_version, i.issue_no, i.team_id, null::text, e.included, e.reason,
       e.numerator, e.denominator, e.part, e.extra
  from kpi_issue_lines i cross join lateral unnest(i.lines) e;

-- Adds the lines of a period to the sums, or takes them off (p_sign -1): of all issues, of some (p_only)
-- or of some metrics of people, who have lines of their own. Groups are few, lines are many, and the planner
-- knows nothing of what is in an array: it would sort them all.
create or replace function kpi_add_up(p_period text, p_sign integer, p_only text[], p_metrics text[])
returns void language plpgsql
set plan_cache_mode = 'force_custom_plan' set work_mem = '64MB' set enable_sort = off as $$
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
              from (select metric, basis, team_id, person, included, numerator, denominator, part, extra
                      from kpi_single_line
                     where period = p_period and metric <> 'SCORE' and (p_only is null or issue_no = any(p_only))
                       and (p_metrics is null or metric = any(p_metrics))
                    union all
                    select e.metric, e.basis, i.team_id, null, e.included, e.numerator, e.denominator, e.part, e.extra
                      from kpi_issue_lines i cross join lateral unnest(i.lines) e
                     where i.period = p_period and (p_only is null or i.issue_no = any(p_only))
                       and p_metrics is null) each
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
create or replace function kpi_settle(p_period text)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' set work_mem = '64MB' as $$
begin
    delete from kpi_tally where period = p_period and lines = 0;
    if not exists (select from kpi_tally where period = p_period and spread_stale) then
        return;
    end if;
    with spread as materialized (
        select e.basis, case when grouping(i.team_id) = 1 then 'all' else 'team:' || i.team_id end as scope,
               percentile_cont(0.5) within group (order by e.numerator) as median,
               percentile_cont(0.9) within group (order by e.numerator) as p90
          from kpi_issue_lines i cross join lateral unnest(i.lines) e
         where i.period = p_period and e.metric = 'T2' and e.included
         group by grouping sets ((e.basis), (e.basis, i.team_id))
    )
    update kpi_tally t
       set spread_stale = false,
           (median, p90) = (select s.median, s.p90 from spread s where s.basis = t.basis and s.scope = t.scope)
     where t.period = p_period and t.spread_stale;
end $$;

-- Lines of before stay rows of their own until their period is computed again, as nothing locked is.
update kpi_owed_period set statements = null;
