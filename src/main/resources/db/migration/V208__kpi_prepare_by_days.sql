-- Working time in the numbers is counted by joining days instead of by a function per row (kpi.md §2): what
-- nearly all issues have is a pause or two within days everybody knows. The functions of V207 that count it,
-- whole; the others stay. Teams' own calendars and what happened more than once are walked as before.

set local check_function_bodies = off;

-- The company's working days around a period: most working time is counted by joining them, without a function
-- per row; what lies beyond is counted by work_seconds and add_work as everywhere.
create function kpi_prepare_days(p_cut_off timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_day;
    create temporary table kpi_day on commit drop as
    select (day - date '1970-01-01')::bigint as nth, working, seconds_before from calendar_work_day
     where day between (select (min(created_at) at time zone 'Asia/Shanghai')::date - 1 from kpi_candidate)
                   and (p_cut_off at time zone 'Asia/Shanghai')::date + 31;
    analyze kpi_day;
end $$;

-- An instant as a second of Asia/Shanghai, whose day is the 86,400th part of it.
create function kpi_second(t timestamptz) returns bigint language sql stable parallel safe as $$
    select floor(date_part('epoch', t))::bigint + 28800
$$;

-- What work_seconds answers for a second of a known day.
create function kpi_worked(second bigint, working boolean, seconds_before bigint)
returns bigint language sql immutable parallel safe as $$
    select seconds_before + case when working then work_seconds_of_day((second % 86400)::integer) else 0 end
$$;

-- What moves a due time or settles it: the union of pauses, and resolutions with the reopening that
-- undid them, by whose own calendar they count, and how long they worked.
create or replace function kpi_prepare_moves(p_end timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
declare
    some_own constant boolean := exists (select from calendar_team_current);
begin
    drop table if exists pg_temp.kpi_move;
    create temporary table kpi_move on commit drop as
    with pause as (
        select p.issue_no, lower(span) as from_at, upper(span) as to_at
          from (select issue_no,
                       range_agg(tstzrange(paused_at, greatest(paused_at, least(ends_at, counts_until, p_as_of)))) as spans
                  from kpi_pause group by issue_no) p
         cross join lateral unnest(p.spans) span
    ), reopened as (
        select r.id, min(o.occurred_at) as reopened_at
          from kpi_turn o
          join kpi_turn r on r.type = 'RESOLVED' and r.issue_no = o.issue_no
                         and (o.occurred_at, o.id) > (r.occurred_at, r.id)
         where o.type = 'REOPENED' group by r.id
    )
    select m.*,
           case when to_at is null then null
                when own is null and f.nth is not null and t.nth is not null
                then kpi_worked(kpi_second(to_at), t.working, t.seconds_before)
                     - kpi_worked(kpi_second(from_at), f.working, f.seconds_before)
                else work_seconds(to_at, own) - work_seconds(from_at, own) end as worked
      from (select issue_no, 'PAUSE' as kind, from_at, to_at,
                   case when some_own then kpi_calendar(issue_no, to_at) end as own
              from pause
            union all
            select r.issue_no, 'RESOLVED', r.occurred_at, o.reopened_at,
                   case when some_own then kpi_calendar(r.issue_no, r.occurred_at) end
              from kpi_turn r left join reopened o using (id)
             where r.type = 'RESOLVED' and r.occurred_at < p_end) m
      left join kpi_day f on to_at is not null and f.nth = kpi_second(from_at) / 86400
      left join kpi_day t on t.nth = kpi_second(to_at) / 86400;
    analyze kpi_move;
end $$;

-- How long an issue was open until it was resolved, or is: working and wall seconds without gaps. Nearly all
-- have no gap, or one within the time they were open, which is subtracted; another team's calendar and
-- several gaps are walked.
create or replace function kpi_prepare_clock(p_end timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_clock;
    create temporary table kpi_clock on commit drop as
    with gap as (
        -- as of the end of the period; reopened later stands as resolved
        select issue_no, range_agg(tstzrange(from_at, to_at)) as spans,
               bool_or(kind = 'PAUSE' and to_at >= p_as_of) as standing,
               count(*) = 1 and count(own) = 0 as single, min(from_at) as from_at, max(to_at) as to_at,
               sum(worked) as worked
          from kpi_move where kind = 'PAUSE' or to_at < p_end group by issue_no
    ), run as (
        select issue_no, team_id, created_at, resolved_at is null as open, coalesce(resolved_at, p_as_of) as until,
               kpi_second(created_at) as from_second, kpi_second(coalesce(resolved_at, p_as_of)) as to_second
          from kpi_known
    ), plain as materialized (
        select r.issue_no, r.created_at, r.until, r.open, o.team_id as own,
               kpi_worked(r.to_second, t.working, t.seconds_before)
               - kpi_worked(r.from_second, f.working, f.seconds_before) as worked
          from run r
          join kpi_day f on f.nth = r.from_second / 86400
          join kpi_day t on t.nth = r.to_second / 86400
          left join calendar_team_current o using (team_id)
    )
    select p.issue_no,
           case when g.issue_no is null and p.own is null then greatest(p.worked, 0)
                when c.subtracted then greatest(p.worked - g.worked, 0)::bigint
                when g.issue_no is null then greatest(work_seconds(p.until, p.own) - work_seconds(p.created_at, p.own), 0)
                else kpi_work_seconds(tstzmultirange(tstzrange(p.created_at, greatest(p.created_at, p.until))) - g.spans,
                                      p.own) end as work_seconds,
           case when g.issue_no is null then greatest(floor(date_part('epoch', p.until - p.created_at)), 0)::bigint
                when c.subtracted
                then floor(extract(epoch from p.until - p.created_at - (g.to_at - g.from_at)))::bigint
                else kpi_wall_seconds(tstzmultirange(tstzrange(p.created_at, greatest(p.created_at, p.until))) - g.spans)
           end as wall_seconds,
           -- another clock than the company's is read again every night, as one that stands
           p.open and (coalesce(g.standing, false) or p.own is not null) as standing
      from plain p
      left join gap g using (issue_no)
     cross join lateral (
           select g.single and p.own is null and g.from_at >= p.created_at and g.to_at <= p.until as subtracted) c;
    analyze kpi_clock;
end $$;

-- One row per issue, as of the period: why it is in or out, and what the statements count of it.
create or replace function kpi_prepare_issues(p_names text[], p_from timestamptz, p_start timestamptz, p_end timestamptz,
                                   p_cut_off timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_issue;
    create temporary table kpi_issue on commit drop as
    with ended as (
        select distinct on (issue_no) issue_no, type, occurred_at
          from (select issue_no, type, occurred_at, id from kpi_fact
                 where type in ('INVALIDATED', 'WONT_FIX', 'WITHDRAWN')
                union all
                select issue_no, type, occurred_at, id from kpi_turn where type = 'REOPENED') e
         where occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), withdrawn as (
        -- before anybody accepted it
        select i.issue_no
          from kpi_known i left join ended e on e.issue_no = i.issue_no
         where (e.type = 'WITHDRAWN' or i.withdrawn_later is not null)
           -- looked up, as few are withdrawn and nearly all were accepted
           and (select x.id from issue_event x where x.issue_no = i.issue_no and x.type = 'ACCEPTED'
                   and x.occurred_at <= coalesce(i.withdrawn_later, e.occurred_at) limit 1) is null
    ), rated as (
        select distinct on (i.issue_no) i.issue_no, (e.payload ->> 'stars')::integer as stars
          from kpi_known i
          join kpi_events('{RATED}', p_from, p_cut_off) e
            on e.issue_no = i.issue_no and e.actor = i.reporter and e.occurred_at >= i.resolved_at
         order by i.issue_no, e.occurred_at desc, e.id desc
    ), shared as (
        select distinct on (issue_no) issue_no, shares
          from kpi_fact where type = 'SHARES_AGREED'
         order by issue_no, occurred_at desc, id desc
    ), confirmed as (
        select distinct i.issue_no
          from kpi_known i
          join kpi_fact e on e.issue_no = i.issue_no and e.type = 'RESOLUTION_CONFIRMED' and e.who <> i.reporter
                         and e.occurred_at >= i.resolved_at and e.occurred_at < p_end
    ), facts as materialized (
        select i.issue_no, i.created_at, i.reporter, i.team_id, d.due_at, i.resolved_at,
               coalesce(i.resolved_at >= p_start, false) as resolved_within, i.resolver,
               case when i.test then '测试数据'
                    when e.type = 'INVALIDATED' then '无效问题'
                    when w.issue_no is not null then '接单前已撤回'
                    when e.type = 'WONT_FIX' then '经负责人确认不予处理' end as left_reason,
               case when i.baseline is not null and not i.baseline ?| p_names
                    then '历史基线数据，不计入本周期' end as baseline_reason,
               i.baseline is not null as imported_baseline,
               '重复提报，已并入 ' || l.target as duplicate_reason,
               case when i.test then i.created_at else coalesce(e.occurred_at, l.linked_at) end as left_at,
               l.kind as link_kind, coalesce(l.double_submit, false) as double_submit, s.stars, h.shares,
               c.issue_no is not null as confirmed, k.work_seconds, k.wall_seconds, k.standing
          from kpi_known i
          join kpi_clock k using (issue_no)
          left join ended e using (issue_no)
          left join withdrawn w using (issue_no)
          left join kpi_due d using (issue_no)
          left join kpi_link l using (issue_no)
          left join rated s using (issue_no)
          left join shared h using (issue_no)
          left join confirmed c using (issue_no)
    )
    select f.*, coalesce(left_reason, baseline_reason, duplicate_reason) as out_reason,
           coalesce(left_reason, case when imported_baseline then '历史基线数据，不计入个人指标' end,
                    duplicate_reason) as personal_out
      from facts f
     order by issue_no;
    analyze kpi_issue;
end $$;

-- Nearly all due times that move are put off once, by a pause that began before they passed and before the issue
-- was resolved: by as much working time as it lasted. The others are walked step by step (kpi_course).
create function kpi_prepare_put_off()
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_put_off;
    create temporary table kpi_put_off on commit drop as
    with pause as (
        select h.id, h.personal_due_at, h.resolved_at, count(*) as pauses, min(m.from_at) as from_at,
               max(m.to_at) as to_at, sum(m.worked)::bigint as worked
          from kpi_held h
          join kpi_move m on m.issue_no = h.issue_no and m.kind = 'PAUSE' and m.to_at > h.from_at
                         and m.from_at <= coalesce(h.to_at, 'infinity')
         where h.moved and not h.reopened and h.own is null
         group by h.id, h.personal_due_at, h.resolved_at, h.from_at
        having min(m.from_at) >= h.from_at and count(m.own) = 0
    ), target as (
        select p.*, kpi_worked(kpi_second(personal_due_at), d.working, d.seconds_before) + worked as second
          from pause p join kpi_day d on d.nth = kpi_second(personal_due_at) / 86400
         where pauses = 1 and from_at < personal_due_at and coalesce(from_at <= resolved_at, true)
    )
    -- the instant at which so much has been worked, as add_work has it: 18:00, not the next morning
    select t.id, t.to_at,
           case when t.worked = 0 then t.personal_due_at
                else to_timestamp(d.nth * 86400 - 28800 + case when t.second - d.seconds_before <= 10800
                                                               then 32400 + t.second - d.seconds_before
                                                               else 36000 + t.second - d.seconds_before end) end as due
      from target t
      join kpi_day d on d.working and d.seconds_before = (t.second - 1) / 28800 * 28800;
    analyze kpi_put_off;
end $$;

-- The first outcome of every segment. Nobody is late while a pause lasts: what would have passed meanwhile
-- passes when it ends. The due time is that of a segment without outcome.
create or replace function kpi_prepare_outcomes(p_kind text, p_end timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_outcome;
    create temporary table kpi_outcome on commit drop as
    with walked as materialized (
        select h.id, kpi_course(h.personal_due_at, p_kind, m.kind, greatest(m.from_at, h.from_at), m.to_at,
                                case when m.from_at >= h.from_at and m.own is not distinct from h.own then m.worked end,
                                h.own order by m.from_at, m.kind) as course
          from kpi_held h
          left join kpi_move m
            on m.issue_no = h.issue_no and m.from_at <= coalesce(h.to_at, 'infinity')
           and case m.kind when 'PAUSE' then m.to_at > h.from_at else m.from_at >= h.from_at end
         where h.moved and h.id not in (select id from kpi_put_off)
         group by h.id, h.personal_due_at, h.own
    ), stood as (
        -- due when, and not before when: moved step by step, put off by the one pause, or as it was given
        select h.*, (w.course).outcome as walked_outcome, (w.course).at as walked_at,
               case when w.id is not null then (w.course).due else coalesce(p.due, h.personal_due_at) end as due,
               p.to_at as since
          from kpi_held h left join walked w using (id) left join kpi_put_off p using (id)
    ), course as (
        select s.*,
               case when s.walked then s.walked_outcome
                    when s.resolved_at <= s.due then 'ONTIME'
                    when s.resolved_at is not null then 'LATE' end as outcome,
               case when s.walked then s.walked_at
                    when s.resolved_at <= s.due then s.resolved_at
                    when s.resolved_at is not null then greatest(s.due, s.since)
                    else s.since end as at
          from (select *, moved and since is null as walked from stood) s
    ), settled as (
        select c.issue_no, c.id, c.person, c.from_at, case when c.to_at < p_end then c.to_at end as to_at,
               c.wrongly_assigned, c.due,
               coalesce(c.outcome, case when greatest(c.due, c.at) < least(c.to_at, p_as_of) then 'LATE' end) as outcome,
               case when c.outcome is not null then c.at else greatest(c.due, c.at) end as at
          from course c
    ), late_again as (
        select id, row_number() over (partition by issue_no, person order by at, id) > 1 as again
          from settled where outcome = 'LATE' and not wrongly_assigned and at >= from_at
    )
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned,
           case when s.outcome is null then s.due end as due,
           case when s.wrongly_assigned or s.outcome = 'LATE' and s.at < s.from_at then null
                when l.again then 'LATE_BEFORE'
                else s.outcome end as outcome,
           case when s.outcome is not null then s.at end as at
      from settled s left join late_again l using (id)
     order by s.issue_no;
    analyze kpi_outcome;
end $$;

-- All of it. Without p_only of all issues; the planner guesses the sets between the steps too small, and a
-- wrong guess is quadratic, so nested loops are for a few issues. A small sample tells the planner enough.
create or replace function kpi_prepare(p_names text[], p_kind text, p_start timestamptz, p_end timestamptz,
                            p_cut_off timestamptz, p_as_of timestamptz, p_only text[])
returns void language plpgsql set default_statistics_target = 10 as $$
declare
    -- from when on events are found by their time; those of a few issues all by their number
    since constant timestamptz := case when p_only is null then p_start else 'infinity' end;
begin
    perform set_config('enable_nestloop', case when p_only is null then 'off' else 'on' end, true);
    perform kpi_prepare_candidates(p_start, p_end, p_only);
    perform kpi_prepare_early(p_start, p_cut_off, p_only);
    perform kpi_prepare_days(p_cut_off);
    perform kpi_prepare_facts(since, p_cut_off);
    perform kpi_prepare_pauses(since, p_cut_off, p_as_of);
    perform kpi_prepare_moves(p_end, p_as_of);
    perform kpi_prepare_known(since, p_start, p_end);
    perform kpi_prepare_dues(since, p_end, p_cut_off);
    perform kpi_prepare_clock(p_end, p_as_of);
    perform kpi_prepare_links(p_start, p_end, p_cut_off);
    perform kpi_prepare_issues(p_names, since, p_start, p_end, p_cut_off);
    perform kpi_prepare_segments(p_end);
    perform kpi_prepare_put_off();
    perform kpi_prepare_outcomes(p_kind, p_end, p_as_of);
end $$;

-- What was computed under the old statements is computed wholly again when its turn comes.
update kpi_owed_period set statements = null;
