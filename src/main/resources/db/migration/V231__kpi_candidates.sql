-- Which issues can matter to a period is told from an index alone, and by joins that several workers share:
-- the part of a rebuild that grows with all that happened before.

drop index issue_event_course;
create index issue_event_course on issue_event (type, occurred_at, issue_no, id)
    where type in ('REPORTED', 'RESOLVED', 'REOPENED', 'INVALIDATED', 'WONT_FIX', 'WITHDRAWN');

set local check_function_bodies = off;

-- Issues that can matter to a period: reported in it, touched in it, or open when it began. Left out are
-- those that were resolved, or had left the KPIs, before it began.
create or replace function kpi_prepare_candidates(p_start timestamptz, p_end timestamptz, p_only text[])
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_candidate;
    create temporary table kpi_candidate on commit drop as
    with gone as materialized (
        select issue_no
          from (select distinct on (issue_no) issue_no, type, occurred_at
                  from issue_event
                 where type in ('INVALIDATED', 'WONT_FIX', 'WITHDRAWN', 'REOPENED') and occurred_at < p_end
                   and (p_only is null or issue_no = any(p_only))
                 order by issue_no, occurred_at desc, id desc) ended
         where type <> 'REOPENED' and occurred_at < p_start
           and (type <> 'WITHDRAWN' or not exists (
                select from issue_event a where a.issue_no = ended.issue_no and a.type = 'ACCEPTED'
                   and a.occurred_at <= ended.occurred_at))
    ), reported as materialized (
        select issue_no, occurred_at from issue_event
         where type = 'REPORTED' and occurred_at >= p_start and occurred_at < p_end
           and (p_only is null or issue_no = any(p_only))
    ), unsolved as materialized (
        -- no resolution that lasted until the period began
        select r.issue_no, r.occurred_at
          from issue_event r
         where r.type = 'REPORTED' and r.occurred_at < p_start and (p_only is null or r.issue_no = any(p_only))
           and not exists (
               select from issue_event s
                where s.issue_no = r.issue_no and s.type = 'RESOLVED' and s.occurred_at < p_start
                  and not exists (select from issue_event o
                                   where o.issue_no = s.issue_no and o.type = 'REOPENED' and o.occurred_at < p_start
                                     and (o.occurred_at, o.id) > (s.occurred_at, s.id)))
           and not exists (select from gone g where g.issue_no = r.issue_no)
    ), touched as (
        select distinct issue_no
          from issue_event e
         where type in ('RESOLVED', 'REOPENED') and occurred_at >= p_start and occurred_at < p_end
           and (p_only is null or issue_no = any(p_only))
           and not exists (select from reported r where r.issue_no = e.issue_no)
           and not exists (select from unsolved u where u.issue_no = e.issue_no)
    )
    select issue_no, occurred_at as created_at from reported
    union all
    select issue_no, occurred_at from unsolved
    union all
    select t.issue_no, r.occurred_at
      from touched t
     cross join lateral (
           -- looked up, as they are few
           select occurred_at from issue_event
            where issue_no = t.issue_no and type = 'REPORTED' and occurred_at < p_start limit 1) r;
    analyze kpi_candidate;
end $$;
