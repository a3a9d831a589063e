-- While a pause lasts nobody gets late. A due time on a free day, under a pause over that day and the end of
-- the period, counted as passed in the period and again in the next (kpi.md §4 P2: a segment counts in the
-- period of its first outcome). And what nearly all issues have is counted without functions: one gap.

-- One step, as before, by a team's own calendar where it has one. Without an outcome "at" is when the last
-- pause ended: the due time does not pass before.
create function kpi_step(course kpi_course, base timestamptz, period_kind text, move text,
                         from_at timestamptz, to_at timestamptz, known bigint, own bigint)
returns kpi_course language plpgsql stable as $$
declare
    due timestamptz := coalesce(course.due, base);
    worked bigint;
begin
    if course.outcome is not null or due is null or move is null then
        return (due, course.outcome, course.at)::kpi_course;
    end if;
    if from_at > due or move = 'PAUSE' and from_at = due then
        return (due, 'LATE', greatest(due, course.at))::kpi_course;
    end if;
    if move = 'RESOLVED' and (to_at is null or period_kind is not null and to_at >= kpi_cut_off(period_kind, from_at)) then
        return (due, 'ONTIME', from_at)::kpi_course;
    end if;
    worked := coalesce(known, work_seconds(to_at, own) - work_seconds(from_at, own));
    if move = 'PAUSE' then
        return (add_work(due, worked, own), null, to_at)::kpi_course;
    end if;
    return (greatest(add_work(due, worked, own), add_work(to_at, 4 * 3600, own)), null, null)::kpi_course;
end $$;

drop aggregate kpi_course(timestamptz, text, text, timestamptz, timestamptz, bigint);
drop function kpi_step(kpi_course, timestamptz, text, text, timestamptz, timestamptz, bigint);
create aggregate kpi_course(timestamptz, text, text, timestamptz, timestamptz, bigint, bigint)
    (sfunc = kpi_step, stype = kpi_course);

-- What moves a due time or settles it: the union of pauses, and resolutions with the reopening that
-- undid them, by whose own calendar they count, and how long they worked. Of a pause without the lead's
-- approval only ten working days count; waiting for an approval needs none. A resumption names the kind
-- it ends, or ends all.
create or replace function kpi_prepare_moves(p_end timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
declare
    some_own constant boolean := exists (select from calendar_team_current);
begin
    drop table if exists pg_temp.kpi_move;
    create temporary table kpi_move on commit drop as
    with paused as materialized (
        select p.id, p.issue_no, p.occurred_at as paused_at, p.word, p.flag, min(e.occurred_at) as ends_at
          from kpi_fact p
          left join kpi_fact e
            on e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.occurred_at, p.id)
           and (e.type in ('RESOLVED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
                or e.type = 'RESUMED' and coalesce(e.word, p.word) is not distinct from p.word)
         where p.type = 'PAUSED' and p.occurred_at < p_as_of
         group by p.id, p.issue_no, p.occurred_at, p.word, p.flag
    ), agreed as (
        select distinct p.id
          from paused p
          join kpi_fact a on a.type = 'PAUSE_APPROVED' and a.issue_no = p.issue_no
                         and (a.occurred_at, a.id) > (p.paused_at, p.id)
                         and (p.ends_at is null or a.occurred_at <= p.ends_at)
    ), counted as (
        select p.issue_no, p.paused_at, p.ends_at,
               case when p.word = 'APPROVAL' or p.flag or a.id is not null then null
                    when some_own then add_work(p.paused_at, 10 * 28800, kpi_calendar(p.issue_no, p.paused_at))
                    else add_work(p.paused_at, 10 * 28800) end as counts_until
          from paused p left join agreed a using (id)
    ), reopened as (
        select r.id, min(o.occurred_at) as reopened_at
          from kpi_fact o
          join kpi_fact r on r.type = 'RESOLVED' and r.issue_no = o.issue_no
                         and (o.occurred_at, o.id) > (r.occurred_at, r.id)
         where o.type = 'REOPENED' group by r.id
    )
    select m.*, case when to_at is not null then work_seconds(to_at, own) - work_seconds(from_at, own) end as worked
      from (
    select p.issue_no, 'PAUSE' as kind, lower(span) as from_at, upper(span) as to_at,
           case when some_own then kpi_calendar(p.issue_no, upper(span)) end as own
      from (select issue_no,
                   range_agg(tstzrange(paused_at, greatest(paused_at, least(ends_at, counts_until, p_as_of)))) as spans
              from counted group by issue_no) p
     cross join lateral unnest(p.spans) span
    union all
    select r.issue_no, 'RESOLVED', r.occurred_at, o.reopened_at,
           case when some_own then kpi_calendar(r.issue_no, r.occurred_at) end
      from kpi_fact r left join reopened o using (id)
     where r.type = 'RESOLVED' and r.occurred_at < p_end) m;
    analyze kpi_move;
end $$;

-- One row per issue, as of the period: events before its end, and of issues resolved in it also
-- reopenings, withdrawals and links before the cut-off.
create or replace function kpi_prepare_issues(p_names text[], p_start timestamptz, p_end timestamptz, p_cut_off timestamptz,
                                   p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_issue;
    create temporary table kpi_issue on commit drop as
    with outcome as (
        select distinct on (issue_no) issue_no, type, occurred_at, who, team_id
          from kpi_fact where type in ('RESOLVED', 'REOPENED') and occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), look_back as (
        select issue_no, bool_or(type = 'REOPENED') as reopened,
               min(occurred_at) filter (where type = 'WITHDRAWN') as withdrawn_at
          from kpi_fact where type in ('REOPENED', 'WITHDRAWN') and occurred_at >= p_end
         group by issue_no
    ), candidate as materialized (
        select r.issue_no, r.occurred_at as created_at, r.who as reporter, coalesce(r.flag, false) as test,
               r.more as baseline, o.type is not distinct from 'RESOLVED' and o.occurred_at >= p_start as looked_back,
               case when o.type = 'RESOLVED' and not (o.occurred_at >= p_start and coalesce(b.reopened, false))
                    then o.occurred_at end as resolved_at,
               o.who as resolved_by, o.team_id as resolved_team,
               case when o.type = 'RESOLVED' and o.occurred_at >= p_start then b.withdrawn_at end as withdrawn_later
          from kpi_fact r
          left join outcome o using (issue_no)
          left join look_back b using (issue_no)
         where r.type = 'REPORTED'
    ), ended as (
        select distinct on (issue_no) issue_no, type, occurred_at
          from kpi_fact where type in ('INVALIDATED', 'WONT_FIX', 'WITHDRAWN', 'REOPENED') and occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), assigned as (
        select distinct on (issue_no) issue_no, team_id, who as handler
          from kpi_fact where type = 'ASSIGNED' and occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), kept as (
        select distinct on (issue_no) issue_no, id, occurred_at, due as due_at
          from kpi_fact where type = 'SERVICE_LEVEL_SET' and occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), anew as (
        -- the promise under a calendar published since, until another promise was made
        select distinct on (d.issue_no) d.issue_no, d.base
          from kpi_fact d
          join kept p on p.issue_no = d.issue_no and (d.occurred_at, d.id) > (p.occurred_at, p.id)
         where d.type = 'DUE_MOVED' and d.base is not null
           and not exists (select from kpi_fact n
                            where n.issue_no = d.issue_no and n.type = 'SERVICE_LEVEL_SET'
                              and (n.occurred_at, n.id) > (p.occurred_at, p.id)
                              and (n.occurred_at, n.id) < (d.occurred_at, d.id))
         order by d.issue_no, d.occurred_at desc, d.id desc
    ), promised as (
        select p.issue_no, p.occurred_at, coalesce(n.base, p.due_at) as due_at
          from kept p left join anew n using (issue_no)
    ), move as materialized (
        -- as of the end of the period; reopened later stands as resolved
        select issue_no, kind, own, worked, from_at, case when kind = 'PAUSE' or to_at < p_end then to_at end as to_at
          from kpi_move where kind = 'PAUSE' or to_at < p_end
    ), due as (
        select p.issue_no, (kpi_course(p.due_at, null, m.kind, greatest(m.from_at, p.occurred_at), m.to_at,
                                       case when m.from_at >= p.occurred_at then m.worked end, m.own
                                       order by m.from_at, m.kind)).due as due_at
          from promised p
          join move m on m.issue_no = p.issue_no
                     and case m.kind when 'PAUSE' then m.to_at > p.occurred_at else m.from_at >= p.occurred_at end
         group by p.issue_no
    ), link as materialized (
        select l.issue_no, l.target, l.word as kind, l.occurred_at as linked_at, min(u.occurred_at) as unlinked_at
          from kpi_fact l
          left join kpi_fact u on u.type = 'UNLINKED' and u.issue_no = l.issue_no and u.target = l.target
                              and (u.occurred_at, u.id) > (l.occurred_at, l.id)
         where l.type = 'LINKED'
         group by l.id, l.issue_no, l.target, l.word, l.occurred_at
    ), duplicate as (
        select distinct on (i.issue_no) i.issue_no, l.target, l.linked_at
          from candidate i join link l on l.issue_no = i.issue_no and l.kind = 'DUPLICATE_REPORT'
         where l.linked_at < case when i.looked_back then p_cut_off else p_end end
           and coalesce(l.unlinked_at >= case when i.looked_back then p_cut_off else p_end end, true)
         order by i.issue_no, l.linked_at
    ), repeat as (
        select distinct on (i.issue_no) i.issue_no, l.kind,
               bool_or(l.kind = 'DUPLICATE_REPORT' and (
                   -- looked up, as links are few and reports are many
                   select coalesce(t.payload ->> 'reporter', t.actor) = i.reporter
                          and i.created_at - t.occurred_at between interval '0' and interval '10 minutes'
                     from issue_event t where t.issue_no = l.target and t.type = 'REPORTED' limit 1))
                   over (partition by i.issue_no) as double_submit
          from candidate i
          join link l on l.issue_no = i.issue_no
         where i.created_at >= p_start and coalesce(l.unlinked_at >= p_cut_off, true)
         order by i.issue_no, l.kind
    ), rated as (
        select distinct on (i.issue_no) i.issue_no, e.number as stars
          from candidate i
          join kpi_fact e on e.issue_no = i.issue_no and e.type = 'RATED' and e.who = i.reporter
                         and e.occurred_at >= i.resolved_at
         order by i.issue_no, e.occurred_at desc, e.id desc
    ), shared as (
        select distinct on (issue_no) issue_no, more as shares
          from kpi_fact where type = 'SHARES_AGREED'
         order by issue_no, occurred_at desc, id desc
    ), confirmed as (
        select distinct i.issue_no
          from candidate i
          join kpi_fact e on e.issue_no = i.issue_no and e.type = 'RESOLUTION_CONFIRMED' and e.who <> i.reporter
                         and e.occurred_at >= i.resolved_at and e.occurred_at < p_end
    ), gap as (
        select issue_no, range_agg(tstzrange(from_at, to_at)) as spans,
               bool_or(kind = 'PAUSE' and to_at >= p_as_of) as standing,
               count(*) = 1 and count(own) = 0 as single, min(from_at) as from_at, max(to_at) as to_at,
               sum(worked) as worked
          from move group by issue_no
    ), span as (
        -- nearly all have one gap, within the time they were open: it is subtracted
        select i.issue_no, g.standing,
               g.single and g.from_at >= i.created_at and g.to_at <= coalesce(i.resolved_at, p_as_of) as single,
               g.worked, g.to_at - g.from_at as passed,
               tstzmultirange(tstzrange(i.created_at,
                   greatest(i.created_at, coalesce(i.resolved_at, p_as_of)))) - g.spans as spans
          from candidate i join gap g using (issue_no)
    ), plain as (
        select issue_no, floor(date_part('epoch', created_at))::bigint + 28800 as from_second,
               floor(date_part('epoch', coalesce(resolved_at, p_as_of)))::bigint + 28800 as to_second,
               greatest(floor(date_part('epoch', coalesce(resolved_at, p_as_of) - created_at)), 0)::bigint as wall_seconds
          from candidate
    ), facts as (
        select i.issue_no, i.created_at, i.reporter,
               case when i.resolved_at is not null then coalesce(i.resolved_team, a.team_id) else a.team_id end as team_id,
               coalesce(d.due_at, p.due_at) as due_at, i.resolved_at,
               coalesce(i.resolved_at >= p_start, false) as resolved_within,
               case when i.resolved_at is null then null
                    when i.resolved_by = 'issueloop' then coalesce(a.handler, i.resolved_by) else i.resolved_by end as resolver,
               case when i.test then '测试数据'
                    when e.type = 'INVALIDATED' then '无效问题'
                    when (e.type = 'WITHDRAWN' or i.withdrawn_later is not null) and not exists (
                         select 1 from issue_event x where x.issue_no = i.issue_no and x.type = 'ACCEPTED'
                            and x.occurred_at <= coalesce(i.withdrawn_later, e.occurred_at)) then '接单前已撤回'
                    when e.type = 'WONT_FIX' then '经负责人确认不予处理' end as left_reason,
               case when i.baseline is not null and not i.baseline ?| p_names
                    then '历史基线数据，不计入本周期' end as baseline_reason,
               i.baseline is not null as imported_baseline,
               '重复提报，已并入 ' || u.target as duplicate_reason,
               case when i.test then i.created_at else coalesce(e.occurred_at, u.linked_at) end as left_at,
               r.kind as link_kind, coalesce(r.double_submit, false) as double_submit, s.stars, h.shares,
               c.issue_no is not null as confirmed,
               case when o.team_id is not null and n.issue_no is not null then kpi_work_seconds(n.spans, o.team_id)
                    when o.team_id is not null
                    then greatest(work_seconds(coalesce(i.resolved_at, p_as_of), o.team_id)
                                  - work_seconds(i.created_at, o.team_id), 0)
                    when not n.single then kpi_work_seconds(n.spans)
                    else greatest(t.seconds_before
                                  + case when t.working then work_seconds_of_day((w.to_second % 86400)::integer) else 0 end
                                  - f.seconds_before
                                  - case when f.working then work_seconds_of_day((w.from_second % 86400)::integer) else 0 end
                                  - coalesce(n.worked, 0),
                                  0) end as work_seconds,
               case when n.issue_no is null then w.wall_seconds
                    when n.single then floor(extract(epoch from coalesce(i.resolved_at, p_as_of) - i.created_at - n.passed))::bigint
                    else kpi_wall_seconds(n.spans) end as wall_seconds,
               -- another clock than the company's is read again every night, as one that stands
               i.resolved_at is null and (coalesce(n.standing, false) or o.team_id is not null) as standing
          from candidate i
          join plain w using (issue_no)
          join calendar_work_day f on f.day = date '1970-01-01' + (w.from_second / 86400)::integer
          join calendar_work_day t on t.day = date '1970-01-01' + (w.to_second / 86400)::integer
          left join span n using (issue_no)
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
            on o.team_id = case when i.resolved_at is not null then coalesce(i.resolved_team, a.team_id)
                                else a.team_id end
    )
    select f.*, coalesce(left_reason, baseline_reason, duplicate_reason) as out_reason,
           coalesce(left_reason, case when imported_baseline then '历史基线数据，不计入个人指标' end,
                    duplicate_reason) as personal_out
      from facts f
     order by issue_no;
    analyze kpi_issue;
end $$;

-- The first outcome of every assignment segment, as of a period (kpi.md §4 P2). A wrong assignment
-- refused within four working hours is marked; what happened first counts, not what was recorded first.
-- Nobody is late while a pause lasts: what would have passed meanwhile passes when it ends.
create or replace function kpi_prepare_outcomes(p_kind text, p_end timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_outcome;
    create temporary table kpi_outcome on commit drop as
    with given as materialized (
        select issue_no, id, who as person, occurred_at as from_at, due, team_id,
               lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
          from kpi_fact where type = 'ASSIGNED'
    ), refused as (
        select a.id, min(r.occurred_at) as refused_at
          from kpi_fact r
          join given a on a.issue_no = r.issue_no and (r.occurred_at, r.id) > (a.from_at, a.id)
                      and (a.next_at is null or r.occurred_at <= a.next_at)
         where r.type = 'REFUSED' group by a.id
    ), due_moved as (
        select distinct on (a.id) a.id, d.due
          from kpi_fact d
          join given a on a.issue_no = d.issue_no and (d.occurred_at, d.id) > (a.from_at, a.id)
                      and (a.next_at is null or d.occurred_at < a.next_at)
         where d.type = 'DUE_MOVED'
         order by a.id, d.occurred_at desc, d.id desc
    ), shifted as materialized (
        select distinct issue_no from kpi_move where kind = 'PAUSE' or to_at is not null
    ), segment as materialized (
        select a.issue_no, a.id, a.person, a.from_at, least(a.next_at, r.refused_at) as to_at,
               coalesce(d.due, a.due) as personal_due_at,
               case when r.id is null then false
                    else work_seconds(r.refused_at, o.team_id) - work_seconds(a.from_at, o.team_id) <= 4 * 3600
               end as wrongly_assigned, o.team_id as own,
               v.issue_no is not null as shifted
          from given a
          left join refused r using (id)
          left join due_moved d using (id)
          left join shifted v on v.issue_no = a.issue_no
          left join calendar_team_current o on o.team_id = a.team_id
         where a.from_at < p_end
    ), first as (
        -- nearly all: nothing moved the due time, so the first resolution decides
        select s.id, min(m.from_at) as at
          from segment s
          join kpi_move m on m.issue_no = s.issue_no and m.from_at >= s.from_at
                         and m.from_at <= coalesce(s.to_at, 'infinity')
         where not s.shifted
         group by s.id
    ), course as (
        select s.id, case when f.at is null then (s.personal_due_at, null, null)::kpi_course
                          when f.at <= s.personal_due_at then (s.personal_due_at, 'ONTIME', f.at)::kpi_course
                          else (s.personal_due_at, 'LATE', s.personal_due_at)::kpi_course end as course
          from segment s left join first f using (id)
         where not s.shifted
        union all
        select s.id, kpi_course(s.personal_due_at, p_kind, m.kind, greatest(m.from_at, s.from_at), m.to_at,
                                case when m.from_at >= s.from_at and m.own is not distinct from s.own then m.worked end,
                                s.own order by m.from_at, m.kind)
          from segment s
          left join kpi_move m
            on m.issue_no = s.issue_no and m.from_at <= coalesce(s.to_at, 'infinity')
           and case m.kind when 'PAUSE' then m.to_at > s.from_at else m.from_at >= s.from_at end
         where s.shifted
         group by s.id, s.personal_due_at, s.own
    ), settled as (
        select s.issue_no, s.id, s.person, s.from_at, case when s.to_at < p_end then s.to_at end as to_at,
               s.wrongly_assigned, (c.course).due,
               case when (c.course).outcome is not null then (c.course).outcome
                    when greatest((c.course).due, (c.course).at) < least(s.to_at, p_as_of) then 'LATE' end as outcome,
               case when (c.course).outcome is not null then (c.course).at
                    else greatest((c.course).due, (c.course).at) end as at
          from segment s join course c using (id)
    ), late_again as (
        select id, row_number() over (partition by issue_no, person order by at, id) > 1 as again
          from settled where outcome = 'LATE' and not wrongly_assigned and at >= from_at
    )
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned, s.due,
           case when s.wrongly_assigned or s.outcome = 'LATE' and s.at < s.from_at then null
                when l.again then 'LATE_BEFORE'
                else s.outcome end as outcome,
           case when s.outcome is not null then s.at end as at
      from settled s left join late_again l using (id)
     order by s.issue_no;
    analyze kpi_outcome;
end $$;

-- What was computed under the old statements is computed wholly again when its turn comes.
update kpi_owed_period set statements = null;
