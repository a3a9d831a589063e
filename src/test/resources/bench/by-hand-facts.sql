-- The year's KPIs as somebody who knows PostgreSQL well would type them into psql from the definitions
-- (kpi.md §1, §3, §4, §9): of all periods at once, everything unpacked once, tables without a log,
-- nothing of the product but its facts, its calendar and which periods there are. First part: what
-- happened. It may rely on what histories.sql writes: nothing is unlinked, shared out twice, imported,
-- counted by a team's own calendar, or moved by a new one.

create schema by_hand;
set search_path = by_hand, public;
set work_mem = '64MB';

create unlogged table period as
select period, case when period like '%Q%' then 'quarter' else 'month' end as kind,
       to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY"Q"Q') as quarter, starts_at as s, ends_at as e,
       cut_off as cut, least(ends_at, date_trunc('second', computed_at)) as as_of
  from kpi_owed_period;
analyze period;

-- From when to when an issue was open (REPORTED, REOPENED) or resolved (RESOLVED).
create unlogged table course as
select issue_no, type, occurred_at as at, who, team_id,
       min(occurred_at) filter (where type = 'RESOLVED') over later as next_resolved,
       min(occurred_at) filter (where type = 'REOPENED') over later as next_reopened
  from (select issue_no, type, occurred_at, id, coalesce(payload ->> 'reporter', actor) as who,
               (payload ->> 'teamId')::bigint as team_id
          from issue_event where type in ('REPORTED', 'RESOLVED', 'REOPENED')) e
window later as (partition by issue_no order by occurred_at, id rows between 1 following and unbounded following);
analyze course;

create unlogged table held as
select a.*, least(next_at, (select min(r.occurred_at) from issue_event r
                             where r.issue_no = a.issue_no and r.type = 'REFUSED' and r.occurred_at >= from_at
                               and (next_at is null or r.occurred_at <= next_at) and a.next_at is not null)) as to_at
  from (select issue_no, id, coalesce(payload ->> 'handler', holder) as person, (payload ->> 'teamId')::bigint as team_id,
               coalesce(payload ->> 'personalDueAt', payload ->> 'dueAt')::timestamptz as due, occurred_at as from_at,
               lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
          from issue_event where type = 'ASSIGNED') a;
alter table held add wrong boolean not null default false;
update held h set wrong = true
  from issue_event r
 where r.issue_no = h.issue_no and r.type = 'REFUSED' and r.occurred_at = h.to_at
   and work_seconds(h.to_at) - work_seconds(h.from_at) <= 4 * 3600;
analyze held;

create unlogged table promised as
select issue_no, occurred_at as at, (payload ->> 'dueAt')::timestamptz as due,
       lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
  from issue_event where type = 'SERVICE_LEVEL_SET';
analyze promised;

create unlogged table gone as
select distinct on (issue_no) issue_no, type, occurred_at as at
  from issue_event e
 where type in ('INVALIDATED', 'WONT_FIX')
    or type = 'WITHDRAWN' and not exists (select from issue_event a where a.issue_no = e.issue_no and a.type = 'ACCEPTED'
                                             and a.occurred_at <= e.occurred_at)
 order by issue_no, occurred_at desc;
analyze gone;

create unlogged table link as
select l.issue_no, l.payload ->> 'kind' as kind, l.occurred_at as at,
       l.payload ->> 'kind' = 'DUPLICATE_REPORT' and t.who = i.who
       and i.at - t.at between interval '0' and interval '10 minutes' as double_submit
  from issue_event l
  join course i on i.issue_no = l.issue_no and i.type = 'REPORTED'
  left join course t on t.issue_no = l.payload ->> 'to' and t.type = 'REPORTED'
 where l.type = 'LINKED';
analyze link;

create unlogged table rated as
select issue_no, actor, occurred_at as at, (payload ->> 'stars')::integer as stars,
       lead(occurred_at) over (partition by issue_no, actor order by occurred_at, id) as next_at
  from issue_event where type = 'RATED';
analyze rated;

create unlogged table shared as
select issue_no, occurred_at as at, payload -> 'shares' as shares from issue_event where type = 'SHARES_AGREED';
analyze shared;

-- The union of pauses, and resolutions that were undone: both stop the clock and move the due time.
create unlogged table stop as
select issue_no, 'PAUSE' as kind, lower(span) as from_at, upper(span) as to_at
  from (select p.issue_no, range_agg(tstzrange(p.occurred_at, greatest(p.occurred_at, least(
                   (select min(e.occurred_at) from issue_event e
                     where e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.occurred_at, p.id)
                       and (e.type in ('RESOLVED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
                            or e.type = 'RESUMED' and e.payload ->> 'kind' = p.payload ->> 'kind')),
                   case when not (p.payload ->> 'approvedByLead')::boolean and p.payload ->> 'kind' <> 'APPROVAL'
                        then add_work(p.occurred_at, 10 * 28800) end,
                   (select max(as_of) from period))))) as spans
          from issue_event p where p.type = 'PAUSED' group by p.issue_no) p
 cross join unnest(spans) span
union all
select issue_no, 'RESOLVED', at, next_reopened from course where type = 'RESOLVED' and next_reopened is not null;
analyze stop;

-- Working and wall seconds of each resolution since the report, stops left out.
create unlogged table resolution as
select r.issue_no, r.at, r.who, r.team_id, r.next_reopened,
       greatest(t.seconds_before + case when t.working then work_seconds_of_day(u.t % 86400) else 0 end
                - f.seconds_before - case when f.working then work_seconds_of_day(u.f % 86400) else 0 end, 0)
       - coalesce(g.worked, 0) as worked,
       floor(extract(epoch from r.at - i.at) - coalesce(g.passed, 0)) as passed
  from course r
  join course i on i.issue_no = r.issue_no and i.type = 'REPORTED'
 cross join lateral (select floor(date_part('epoch', i.at))::integer + 28800 as f,
                            floor(date_part('epoch', r.at))::integer + 28800 as t) u
  join calendar_work_day f on f.day = date '1970-01-01' + u.f / 86400
  join calendar_work_day t on t.day = date '1970-01-01' + u.t / 86400
  left join (select r.issue_no, r.at, sum(work_seconds(least(s.to_at, r.at)) - work_seconds(s.from_at)) as worked,
                    sum(extract(epoch from least(s.to_at, r.at) - s.from_at)) as passed
               from course r join stop s on s.issue_no = r.issue_no and s.from_at < r.at
              where r.type = 'RESOLVED' group by r.issue_no, r.at) g
         on g.issue_no = r.issue_no and g.at = r.at
 where r.type = 'RESOLVED';
analyze resolution;
