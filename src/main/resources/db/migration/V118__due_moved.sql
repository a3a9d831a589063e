-- When a new calendar moves the due times, the handler's is counted from where it would have begun.

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
        where d.issue_no = a.issue_no and d.type = 'DUE_MOVED' and d.id > a.id
          and (a.next_at is null or d.occurred_at < a.next_at)
        order by d.id desc limit 1) m on true
  left join lateral (
       select min(r.occurred_at) as refused_at from issue_event r
        where r.issue_no = a.issue_no and r.type = 'REFUSED' and r.occurred_at >= a.from_at
          and r.id > a.id and (a.next_at is null or r.occurred_at <= a.next_at)) r on true;
