-- Due times in the numbers follow what moves them: a new calendar, another urgency, a team's own
-- calendar (kpi.md §2, §9). Working time is counted by the calendar of the team that held the issue,
-- an issue's elapsed time by that of the team it counts for; a period's cut-off by the company's.

-- The team whose own calendar counts for an issue then; null: the company's.
create function kpi_calendar(no text, at timestamptz) returns bigint language sql stable as $$
    select o.team_id
      from (select (payload ->> 'teamId')::bigint as team_id from issue_event
             where issue_no = no and type = 'ASSIGNED' and occurred_at <= at
             order by occurred_at desc, id desc limit 1) held
      join calendar_team_current o using (team_id)
$$;

create or replace view kpi_pause as
select p.issue_no, p.occurred_at as paused_at, e.ends_at,
       case when p.payload ->> 'kind' = 'APPROVAL' or (p.payload ->> 'approvedByLead')::boolean
                 or exists (select 1 from issue_event a
                             where a.issue_no = p.issue_no and a.type = 'PAUSE_APPROVED'
                               and (a.occurred_at, a.id) > (p.occurred_at, p.id)
                               and (e.ends_at is null or a.occurred_at <= e.ends_at)) then null
            when (select count(*) = 0 from calendar_team_current) then add_work(p.occurred_at, 10 * 28800)
            else add_work(p.occurred_at, 10 * 28800, kpi_calendar(p.issue_no, p.occurred_at)) end as counts_until
  from issue_event p
  left join lateral (
       select min(e.occurred_at) as ends_at from issue_event e
        where e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.occurred_at, p.id)
          and (e.type in ('RESOLVED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
               or e.type = 'RESUMED' and coalesce(e.payload ->> 'kind', p.payload ->> 'kind')
                                         is not distinct from p.payload ->> 'kind')) e on true
 where p.type = 'PAUSED';

-- As before, and by whose own calendar the segment counts.
create or replace view kpi_segment as
select a.issue_no, a.id, a.person, a.from_at, least(a.next_at, r.refused_at) as to_at,
       coalesce(m.personal_due_at, a.personal_due_at) as personal_due_at,
       coalesce(work_seconds(r.refused_at, o.team_id) - work_seconds(a.from_at, o.team_id) <= 4 * 3600, false)
           as wrongly_assigned,
       o.team_id as own
  from (select issue_no, id, occurred_at as from_at, coalesce(payload ->> 'handler', holder) as person,
               (payload ->> 'teamId')::bigint as team_id,
               coalesce(payload ->> 'personalDueAt', payload ->> 'dueAt')::timestamptz as personal_due_at,
               lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
          from issue_event where type = 'ASSIGNED') a
  left join calendar_team_current o on o.team_id = a.team_id
  left join lateral (
       select (d.payload ->> 'personalBaseDueAt')::timestamptz as personal_due_at from issue_event d
        where d.issue_no = a.issue_no and d.type = 'DUE_MOVED' and (d.occurred_at, d.id) > (a.from_at, a.id)
          and (a.next_at is null or d.occurred_at < a.next_at)
        order by d.occurred_at desc, d.id desc limit 1) m on true
  left join lateral (
       select min(r.occurred_at) as refused_at from issue_event r
        where r.issue_no = a.issue_no and r.type = 'REFUSED' and (r.occurred_at, r.id) > (a.from_at, a.id)
           and (a.next_at is null or r.occurred_at <= a.next_at)) r on true;

create function kpi_work_seconds(spans tstzmultirange, own bigint) returns bigint language sql stable as $$
    select coalesce(sum(work_seconds(upper(span), own) - work_seconds(lower(span), own)), 0)::bigint
      from unnest(spans) span
$$;

-- One step, as before, by a team's own calendar where it has one.
create function kpi_step(course kpi_course, base timestamptz, period_kind text, move text,
                         from_at timestamptz, to_at timestamptz, own bigint)
returns kpi_course language plpgsql stable as $$
declare
    due timestamptz := coalesce(course.due, base);
begin
    if course.outcome is not null or due is null or move is null then
        return (due, course.outcome, course.at)::kpi_course;
    end if;
    if from_at > due or move = 'PAUSE' and from_at = due then
        return (due, 'LATE', due)::kpi_course;
    end if;
    if move = 'PAUSE' then
        return (add_work(due, work_seconds(to_at, own) - work_seconds(from_at, own), own), null, null)::kpi_course;
    end if;
    if to_at is null or period_kind is not null and to_at >= kpi_cut_off(period_kind, from_at) then
        return (due, 'ONTIME', from_at)::kpi_course;
    end if;
    return (greatest(add_work(due, work_seconds(to_at, own) - work_seconds(from_at, own), own),
                     add_work(to_at, 4 * 3600, own)),
            null, null)::kpi_course;
end $$;

drop aggregate kpi_course(timestamptz, text, text, timestamptz, timestamptz);
drop function kpi_step(kpi_course, timestamptz, text, text, timestamptz, timestamptz);
create aggregate kpi_course(timestamptz, text, text, timestamptz, timestamptz, bigint)
    (sfunc = kpi_step, stype = kpi_course);

-- One row per issue that can matter to a period, as of that period (kpi.md §1, §9): events before its
-- end, and of issues resolved in it also reopenings, withdrawals and links before the cut-off.
-- Left out are issues that were created and effectively resolved before it began.
create or replace function kpi_facts(p_names text[], p_start timestamptz, p_end timestamptz, p_cut_off timestamptz,
                          p_as_of timestamptz, p_only text[])
returns table (
    issue_no text, created_at timestamptz, reporter text, team_id bigint, due_at timestamptz,
    resolved_at timestamptz, resolved_within boolean, resolver text,
    left_reason text, baseline_reason text, imported_baseline boolean, duplicate_reason text, left_at timestamptz,
    link_kind text, double_submit boolean, stars integer, shares jsonb, confirmed boolean,
    work_seconds bigint, wall_seconds bigint)
language sql stable as $$
with outcome as (
    select distinct on (issue_no) issue_no, type, occurred_at, actor, (payload ->> 'teamId')::bigint as team_id
      from issue_event
     where type in ('RESOLVED', 'REOPENED') and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), look_back as (
    select issue_no, bool_or(type = 'REOPENED') as reopened, min(occurred_at) filter (where type = 'WITHDRAWN') as withdrawn_at
      from issue_event
     where type in ('REOPENED', 'WITHDRAWN') and occurred_at >= p_end and occurred_at < p_cut_off
       and (p_only is null or issue_no = any(p_only))
     group by issue_no
), candidate as (
    select r.issue_no, r.occurred_at as created_at, coalesce(r.payload ->> 'reporter', r.actor) as reporter,
           coalesce((r.payload ->> 'test')::boolean, false) as test, r.payload -> 'baseline' as baseline,
           o.type is not distinct from 'RESOLVED' and o.occurred_at >= p_start as looked_back,
           case when o.type = 'RESOLVED' and not (o.occurred_at >= p_start and coalesce(b.reopened, false))
                then o.occurred_at end as resolved_at,
           o.actor as resolved_by, o.team_id as resolved_team,
           case when o.type = 'RESOLVED' and o.occurred_at >= p_start then b.withdrawn_at end as withdrawn_later
      from issue_event r
      left join outcome o using (issue_no)
      left join look_back b using (issue_no)
     where r.type = 'REPORTED' and r.occurred_at < p_end
       and (p_only is null or r.issue_no = any(p_only))
       and (r.occurred_at >= p_start or o.type is distinct from 'RESOLVED' or o.occurred_at >= p_start)
), ended as (
    select distinct on (issue_no) issue_no, type, occurred_at
      from issue_event
     where type in ('INVALIDATED', 'WONT_FIX', 'WITHDRAWN', 'REOPENED') and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), assigned as (
    select distinct on (issue_no) issue_no, (payload ->> 'teamId')::bigint as team_id,
           coalesce(payload ->> 'handler', holder) as handler
      from issue_event
     where type = 'ASSIGNED' and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), kept as (
    select distinct on (issue_no) issue_no, id, occurred_at, (payload ->> 'dueAt')::timestamptz as first_due_at
      from issue_event
     where type = 'SERVICE_LEVEL_SET' and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), anew as (
    -- what the promise would have been under a calendar published since, until another promise was made
    select distinct on (d.issue_no) d.issue_no, (d.payload ->> 'baseDueAt')::timestamptz as due_at
      from issue_event d
      join kept p on p.issue_no = d.issue_no and (d.occurred_at, d.id) > (p.occurred_at, p.id)
     where d.type = 'DUE_MOVED' and d.payload ? 'baseDueAt'
       and (p_only is null or d.issue_no = any(p_only))
       and not exists (select from issue_event n
                        where n.issue_no = d.issue_no and n.type = 'SERVICE_LEVEL_SET'
                          and (n.occurred_at, n.id) > (p.occurred_at, p.id)
                          and (n.occurred_at, n.id) < (d.occurred_at, d.id))
     order by d.issue_no, d.occurred_at desc, d.id desc
), promised as (
    select p.issue_no, p.occurred_at, coalesce(n.due_at, p.first_due_at) as due_at
      from kept p left join anew n using (issue_no)
), moves as materialized (
    select * from kpi_moves(p_end, p_end, p_as_of, p_only)
), due as (
    select p.issue_no, (kpi_course(p.due_at, null, m.kind, greatest(m.from_at, p.occurred_at), m.to_at,
                                   case when (select count(*) > 0 from calendar_team_current)
                                        then kpi_calendar(m.issue_no, m.to_at) end
                                   order by m.from_at, m.kind)).due as due_at
      from promised p
      join moves m on m.issue_no = p.issue_no
       and case m.kind when 'PAUSE' then m.to_at > p.occurred_at else m.from_at >= p.occurred_at end
     where m.kind = 'PAUSE' or m.to_at is not null
     group by p.issue_no
), duplicate as (
    select distinct on (i.issue_no) i.issue_no, l.target, l.linked_at
      from candidate i join kpi_link l on l.issue_no = i.issue_no and l.kind = 'DUPLICATE_REPORT'
     where l.linked_at < case when i.looked_back then p_cut_off else p_end end
       and coalesce(l.unlinked_at >= case when i.looked_back then p_cut_off else p_end end, true)
     order by i.issue_no, l.linked_at
), repeat as (
    select distinct on (i.issue_no) i.issue_no, l.kind,
           bool_or(l.kind = 'DUPLICATE_REPORT' and coalesce(t.payload ->> 'reporter', t.actor) = i.reporter
                   and i.created_at - t.occurred_at between interval '0' and interval '10 minutes')
               over (partition by i.issue_no) as double_submit
      from candidate i
      join kpi_link l on l.issue_no = i.issue_no
      left join issue_event t on t.issue_no = l.target and t.type = 'REPORTED'
     where i.created_at >= p_start and l.linked_at < p_cut_off and coalesce(l.unlinked_at >= p_cut_off, true)
     order by i.issue_no, l.kind
), rated as (
    select distinct on (i.issue_no) i.issue_no, (e.payload ->> 'stars')::integer as stars
      from candidate i
      join issue_event e on e.issue_no = i.issue_no and e.type = 'RATED' and e.actor = i.reporter
                        and e.occurred_at >= i.resolved_at and e.occurred_at < p_cut_off
     order by i.issue_no, e.occurred_at desc, e.id desc
), shared as (
    select distinct on (issue_no) issue_no, payload -> 'shares' as shares
      from issue_event
     where type = 'SHARES_AGREED' and occurred_at < p_cut_off
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), confirmed as (
    select distinct i.issue_no
      from candidate i
      join issue_event e on e.issue_no = i.issue_no and e.type = 'RESOLUTION_CONFIRMED' and e.actor <> i.reporter
                        and e.occurred_at >= i.resolved_at and e.occurred_at < p_end
), gap as (
    select issue_no, range_agg(tstzrange(from_at, to_at)) as spans from moves
     where kind = 'PAUSE' or to_at is not null group by issue_no
), span as (
    select i.issue_no, i.created_at, coalesce(i.resolved_at, p_as_of) as until, g.spans is null as plain,
           tstzmultirange(tstzrange(i.created_at, greatest(i.created_at, coalesce(i.resolved_at, p_as_of))))
           - coalesce(g.spans, '{}') as spans
      from candidate i left join gap g using (issue_no)
)
select i.issue_no, i.created_at, i.reporter,
       case when i.resolved_at is not null then coalesce(i.resolved_team, a.team_id) else a.team_id end,
       coalesce(d.due_at, p.due_at),
       i.resolved_at, coalesce(i.resolved_at >= p_start, false),
       case when i.resolved_at is null then null
            when i.resolved_by = 'issueloop' then coalesce(a.handler, i.resolved_by) else i.resolved_by end,
       case when i.test then '测试数据'
            when e.type = 'INVALIDATED' then '无效问题'
            when (e.type = 'WITHDRAWN' or i.withdrawn_later is not null) and not exists (
                 select 1 from issue_event x where x.issue_no = i.issue_no and x.type = 'ACCEPTED'
                    and x.occurred_at <= coalesce(i.withdrawn_later, e.occurred_at)) then '接单前已撤回'
            when e.type = 'WONT_FIX' then '经负责人确认不予处理' end,
       case when i.baseline is not null and not i.baseline ?| p_names then '历史基线数据，不计入本周期' end,
       i.baseline is not null,
       '重复提报，已并入 ' || u.target,
       case when i.test then i.created_at else coalesce(e.occurred_at, u.linked_at) end,
       r.kind, coalesce(r.double_submit, false), s.stars, h.shares, c.issue_no is not null,
       case when o.team_id is not null then kpi_work_seconds(n.spans, o.team_id)
            when n.plain then greatest(work_seconds(n.until) - work_seconds(n.created_at), 0)
            else kpi_work_seconds(n.spans) end,
       case when n.plain then greatest(floor(date_part('epoch', n.until - n.created_at)), 0)::bigint
            else kpi_wall_seconds(n.spans) end
  from candidate i
  join span n using (issue_no)
  left join ended e using (issue_no)
  left join assigned a using (issue_no)
  left join promised p using (issue_no)
  left join due d using (issue_no)
  left join duplicate u using (issue_no)
  left join repeat r using (issue_no)
  left join rated s using (issue_no)
  left join shared h using (issue_no)
  left join confirmed c using (issue_no)
  left join calendar_team_current o
    on o.team_id = case when i.resolved_at is not null then coalesce(i.resolved_team, a.team_id) else a.team_id end
$$;

-- The first outcome of every assignment segment, as of a period (kpi.md §4 P2).
create or replace function kpi_outcomes(p_kind text, p_end timestamptz, p_cut_off timestamptz, p_as_of timestamptz, p_only text[])
returns table (issue_no text, id bigint, person text, from_at timestamptz, to_at timestamptz,
               wrongly_assigned boolean, due timestamptz, outcome text, at timestamptz)
language sql stable as $$
with moves as materialized (
    select * from kpi_moves(p_end, p_cut_off, p_as_of, p_only)
), moved as materialized (
    select distinct issue_no from moves where kind = 'PAUSE' or to_at is not null
), segment as materialized (
    select s.*, v.issue_no is not null as moved
      from kpi_segment s left join moved v using (issue_no)
     where s.from_at < p_end
       and (p_only is null or s.issue_no = any(p_only))
), course as (
    -- nearly all: nothing moved the due time, so the first resolution decides
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned,
           case when min(m.from_at) is null then (s.personal_due_at, null, null)::kpi_course
                when min(m.from_at) <= s.personal_due_at then (s.personal_due_at, 'ONTIME', min(m.from_at))::kpi_course
                else (s.personal_due_at, 'LATE', s.personal_due_at)::kpi_course end as course
      from segment s
      left join moves m on m.issue_no = s.issue_no and m.from_at >= s.from_at
                       and m.from_at <= coalesce(s.to_at, 'infinity')
     where not s.moved
     group by s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned, s.personal_due_at
    union all
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned,
           kpi_course(s.personal_due_at, p_kind, m.kind, greatest(m.from_at, s.from_at), m.to_at, s.own
                      order by m.from_at, m.kind)
      from segment s
      left join moves m
        on m.issue_no = s.issue_no and m.from_at <= coalesce(s.to_at, 'infinity')
       and case m.kind when 'PAUSE' then m.to_at > s.from_at else m.from_at >= s.from_at end
     where s.moved
     group by s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned
), settled as (
    select c.issue_no, c.id, c.person, c.from_at, case when c.to_at < p_end then c.to_at end as to_at, c.wrongly_assigned,
           (c.course).due,
           case when (c.course).outcome is not null then (c.course).outcome
                when (c.course).due < least(c.to_at, p_as_of) then 'LATE' end as outcome,
           coalesce((c.course).at, (c.course).due) as at
      from course c
)
select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned, s.due,
       case when s.wrongly_assigned or s.outcome = 'LATE' and s.at < s.from_at then null
           when s.outcome = 'LATE' and row_number() over (
                 partition by s.issue_no, s.person, s.outcome = 'LATE' and not s.wrongly_assigned and s.at >= s.from_at
                 order by s.at, s.id) > 1 then 'LATE_BEFORE'
            else s.outcome end,
       case when s.outcome is not null then s.at end
  from settled s
$$;

-- What was computed under the old statements is computed wholly again when its turn comes.
update kpi_owed_period set statements = null;
