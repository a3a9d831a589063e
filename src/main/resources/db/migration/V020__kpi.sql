-- KPI facts: what issue_event means for the numbers (kpi.md §1, §3, §4, §9). Parameterised by the
-- period; nothing else is read but issue_event and the calendar.

-- Confirmed links, from confirmation until taken back.
create view kpi_link as
select l.issue_no, l.payload ->> 'to' as target, l.payload ->> 'kind' as kind, l.occurred_at as linked_at,
       (select min(u.occurred_at) from issue_event u
         where u.issue_no = l.issue_no and u.type = 'UNLINKED' and u.payload ->> 'to' = l.payload ->> 'to'
           and (u.occurred_at, u.id) > (l.occurred_at, l.id)) as unlinked_at
  from issue_event l
 where l.type = 'LINKED';

-- Single pauses; ends_at is null while it lasts. A resumption names the kind it ends, or ends all.
-- Without the lead's approval only ten working days count; waiting for an approval needs none.
create view kpi_pause as
select p.issue_no, p.occurred_at as paused_at, e.ends_at,
       case when p.payload ->> 'kind' = 'APPROVAL' or (p.payload ->> 'approvedByLead')::boolean then null
            else add_work(p.occurred_at, 10 * 28800) end as counts_until
  from issue_event p
  left join lateral (
       select min(e.occurred_at) as ends_at from issue_event e
        where e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.occurred_at, p.id)
          and (e.type in ('RESOLVED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
               or e.type = 'RESUMED' and coalesce(e.payload ->> 'kind', p.payload ->> 'kind')
                                         is not distinct from p.payload ->> 'kind')) e on true
 where p.type = 'PAUSED';

-- From a resolution to the reopening that undid it; reopened_at is null while it stands.
create view kpi_stood_resolved as
select r.issue_no, r.occurred_at as resolved_at,
       (select min(o.occurred_at) from issue_event o
         where o.issue_no = r.issue_no and o.type = 'REOPENED'
           and (o.occurred_at, o.id) > (r.occurred_at, r.id)) as reopened_at
  from issue_event r
 where r.type = 'RESOLVED';

-- Who held an issue from when to when, and until when they had. A wrong assignment refused within
-- four working hours is marked.
create view kpi_segment as
select a.issue_no, a.id, a.person, a.from_at, least(a.next_at, r.refused_at) as to_at, a.personal_due_at,
       coalesce(work_seconds(r.refused_at) - work_seconds(a.from_at) <= 4 * 3600, false) as wrongly_assigned
  from (select issue_no, id, occurred_at as from_at, coalesce(payload ->> 'handler', holder) as person,
               coalesce(payload ->> 'personalDueAt', payload ->> 'dueAt')::timestamptz as personal_due_at,
               lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
          from issue_event where type = 'ASSIGNED') a
  left join lateral (
       select min(r.occurred_at) as refused_at from issue_event r
        where r.issue_no = a.issue_no and r.type = 'REFUSED' and r.occurred_at >= a.from_at
          and r.id > a.id and (a.next_at is null or r.occurred_at <= a.next_at)) r on true;

-- Working seconds of a set of intervals.
create function kpi_work_seconds(spans tstzmultirange) returns bigint language sql stable as $$
    select coalesce(sum(work_seconds(upper(span)) - work_seconds(lower(span))), 0)::bigint from unnest(spans) span
$$;

create function kpi_wall_seconds(spans tstzmultirange) returns bigint language sql stable as $$
    select coalesce(floor(sum(extract(epoch from upper(span) - lower(span)))), 0)::bigint from unnest(spans) span
$$;

-- End of the month or quarter t lies in, plus five working days, exclusive.
create function kpi_cut_off(kind text, t timestamptz) returns timestamptz language sql stable as $$
    select add_work((date_trunc(kind, t at time zone 'Asia/Shanghai')
                     + case kind when 'quarter' then interval '3 months' else interval '1 month' end)
                    at time zone 'Asia/Shanghai', 2400 * 60)
$$;

-- What moves a due time or settles it, as of a period: the union of pauses, and resolutions.
create function kpi_moves(p_end timestamptz, p_cut_off timestamptz, p_as_of timestamptz)
returns table (issue_no text, kind text, from_at timestamptz, to_at timestamptz) language sql stable as $$
    select p.issue_no, 'PAUSE', lower(span), upper(span)
      from (select issue_no,
                   range_agg(tstzrange(paused_at, greatest(paused_at, least(ends_at, counts_until, p_as_of)))) as spans
              from kpi_pause where paused_at < p_as_of group by issue_no) p
     cross join lateral unnest(p.spans) span
    union all
    select s.issue_no, 'RESOLVED', s.resolved_at, case when s.reopened_at < p_cut_off then s.reopened_at end
      from kpi_stood_resolved s where s.resolved_at < p_end
$$;

-- The course of a due time: where it stands now, and its first outcome.
create type kpi_course as (due timestamptz, outcome text, at timestamptz);

-- One step: a pause shifts the due time, a resolution in time settles it unless it is reopened before
-- the cut-off of its period; then the time it stood resolved shifts, and four working hours remain.
-- Without a kind of period nothing settles: that is the issue's own due time.
create function kpi_step(course kpi_course, base timestamptz, period_kind text, move text,
                         from_at timestamptz, to_at timestamptz)
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
        return (add_work(due, work_seconds(to_at) - work_seconds(from_at)), null, null)::kpi_course;
    end if;
    if to_at is null or period_kind is not null and to_at >= kpi_cut_off(period_kind, from_at) then
        return (due, 'ONTIME', from_at)::kpi_course;
    end if;
    return (greatest(add_work(due, work_seconds(to_at) - work_seconds(from_at)), add_work(to_at, 4 * 3600)),
            null, null)::kpi_course;
end $$;

create aggregate kpi_course(timestamptz, text, text, timestamptz, timestamptz) (sfunc = kpi_step, stype = kpi_course);
