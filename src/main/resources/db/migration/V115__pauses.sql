-- Who or what a paused issue waits for; a lead may approve a pause while it lasts (kpi.md §2, §3 T2).

alter table issue add column waits_for text;

-- As before, and approved by the lead also counts when it was said later, while the pause lasted.
create or replace view kpi_pause as
select p.issue_no, p.occurred_at as paused_at, e.ends_at,
       case when p.payload ->> 'kind' = 'APPROVAL' or (p.payload ->> 'approvedByLead')::boolean
                 or exists (select 1 from issue_event a
                             where a.issue_no = p.issue_no and a.type = 'PAUSE_APPROVED'
                               and (a.occurred_at, a.id) > (p.occurred_at, p.id)
                               and (e.ends_at is null or a.occurred_at <= e.ends_at)) then null
            else add_work(p.occurred_at, 10 * 28800) end as counts_until
  from issue_event p
  left join lateral (
       select min(e.occurred_at) as ends_at from issue_event e
        where e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.occurred_at, p.id)
          and (e.type in ('RESOLVED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
               or e.type = 'RESUMED' and coalesce(e.payload ->> 'kind', p.payload ->> 'kind')
                                         is not distinct from p.payload ->> 'kind')) e on true
 where p.type = 'PAUSED';
