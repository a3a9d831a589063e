-- What happened first counts, not what was recorded first: refusals and repeated lateness were told
-- apart by the order of recording.

-- Who held an issue from when to when, and until when they had. A wrong assignment refused within
-- four working hours is marked.
create or replace view kpi_segment as
select a.issue_no, a.id, a.person, a.from_at, least(a.next_at, r.refused_at) as to_at,
       coalesce(m.personal_due_at, a.personal_due_at) as personal_due_at,
       coalesce(work_seconds(r.refused_at) - work_seconds(a.from_at) <= 4 * 3600, false) as wrongly_assigned
  from (select issue_no, id, occurred_at as from_at, coalesce(payload ->> 'handler', holder) as person,
               coalesce(payload ->> 'personalDueAt', payload ->> 'dueAt')::timestamptz as personal_due_at,
               lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
          from issue_event where type = 'ASSIGNED') a
  left join lateral (
       select (d.payload ->> 'personalBaseDueAt')::timestamptz as personal_due_at from issue_event d
        where d.issue_no = a.issue_no and d.type = 'DUE_MOVED' and (d.occurred_at, d.id) > (a.from_at, a.id)
          and (a.next_at is null or d.occurred_at < a.next_at)
        order by d.occurred_at desc, d.id desc limit 1) m on true
  left join lateral (
       select min(r.occurred_at) as refused_at from issue_event r
        where r.issue_no = a.issue_no and r.type = 'REFUSED' and (r.occurred_at, r.id) > (a.from_at, a.id)
           and (a.next_at is null or r.occurred_at <= a.next_at)) r on true;

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
           kpi_course(s.personal_due_at, p_kind, m.kind, greatest(m.from_at, s.from_at), m.to_at
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
