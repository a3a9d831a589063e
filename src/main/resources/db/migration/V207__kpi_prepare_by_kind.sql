-- What the statements of the KPIs read, whole in one place (kpi.md §1, §3, §4, §9): the functions of V165 as
-- V169 and V186 had changed them. Facts are read by kind, each with the one or two words of its payload that
-- count, instead of all kinds into one table that every step scans; what no number asks for is left out: the
-- due time of what is resolved, ends of pauses nobody made, ten working days of a pause of nine days.

drop function kpi_prepare(text[], text, timestamptz, timestamptz, timestamptz, timestamptz, text[]);
drop function kpi_prepare_candidates(timestamptz, timestamptz, text[]);
drop function kpi_prepare_facts(timestamptz, timestamptz);
drop function kpi_prepare_moves(timestamptz, timestamptz);
drop function kpi_prepare_issues(text[], timestamptz, timestamptz, timestamptz, timestamptz);
drop function kpi_prepare_outcomes(text, timestamptz, timestamptz);
-- what they replaced long ago and nothing reads
drop view kpi_link;
drop view kpi_pause;

-- With the number: which of two at one instant was recorded first is told without the row.
drop index issue_event_course;
create index issue_event_course on issue_event (type, occurred_at, issue_no, id)
    where type in ('REPORTED', 'RESOLVED', 'REOPENED');

-- Their bodies name tables that exist only while a period is prepared.
set local check_function_bodies = off;

-- The kinds of events that can make a difference to a number.
create function kpi_types() returns text[] language sql immutable parallel safe as $$
    select '{REPORTED,SERVICE_LEVEL_SET,ASSIGNED,REFUSED,DUE_MOVED,PAUSED,RESUMED,PAUSE_APPROVED,RESOLVED,REOPENED,CLOSED,INVALIDATED,WONT_FIX,WITHDRAWN,LINKED,UNLINKED,RATED,SHARES_AGREED,RESOLUTION_CONFIRMED}'::text[]
$$;

-- Issues that can matter to a period: reported in it, touched in it, or open when it began. Left out are
-- those that were resolved, or had left the KPIs, before it began.
create function kpi_prepare_candidates(p_start timestamptz, p_end timestamptz, p_only text[])
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_candidate;
    create temporary table kpi_candidate on commit drop as
    with reopened as materialized (
        select distinct on (issue_no) issue_no, type
          from issue_event
         where type in ('RESOLVED', 'REOPENED') and occurred_at < p_start
           and issue_no in (select issue_no from issue_event where type = 'REOPENED' and occurred_at < p_start)
           and (p_only is null or issue_no = any(p_only))
         order by issue_no, occurred_at desc, id desc
    ), settled as (
        select issue_no from issue_event
         where type = 'RESOLVED' and occurred_at < p_start and (p_only is null or issue_no = any(p_only))
        except select issue_no from reopened where type = 'REOPENED'
    ), gone as (
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
    ), concerned as (
        select issue_no from issue_event
         where type in ('RESOLVED', 'REOPENED') and occurred_at >= p_start and occurred_at < p_end
           and (p_only is null or issue_no = any(p_only))
        union
        (select issue_no from issue_event
          where type = 'REPORTED' and occurred_at < p_start and (p_only is null or issue_no = any(p_only))
         except all select issue_no from settled
         except all select issue_no from gone)
    )
    select issue_no, occurred_at as created_at
      from issue_event
     where type = 'REPORTED' and occurred_at >= p_start and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
    union all
    select c.issue_no, r.occurred_at
      from concerned c join issue_event r using (issue_no)
     where r.type = 'REPORTED' and r.occurred_at < p_start and (p_only is null or r.issue_no = any(p_only));
    analyze kpi_candidate;
end $$;

-- Their events that are found by their number: all with p_only, else those before the period, which few have.
create function kpi_prepare_early(p_start timestamptz, p_cut_off timestamptz, p_only text[])
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' set enable_nestloop = on as $$
begin
    drop table if exists pg_temp.kpi_early;
    create temporary table kpi_early on commit drop as
    select e.*
      from kpi_candidate c join issue_event e using (issue_no)
     where e.type = any(kpi_types())
       and (c.created_at < p_start or p_only is not null and e.occurred_at >= p_start)
       and e.occurred_at < case when p_only is null then p_start else p_cut_off end;
    analyze kpi_early;
end $$;

-- Events of some kinds of the issues of a period; those since p_from are found by their time.
create function kpi_events(p_types text[], p_from timestamptz, p_cut_off timestamptz)
returns setof issue_event language sql stable as $$
    select e.* from issue_event e
     where e.type = any(p_types) and e.occurred_at >= p_from and e.occurred_at < p_cut_off
       and exists (select from kpi_candidate c where c.issue_no = e.issue_no)
    union all
    select * from kpi_early where type = any(p_types)
$$;

-- Facts by kind: resolutions and reopenings (kpi_turn), who was given an issue until whom (kpi_given), and
-- all that is rare: word (kind), target (of a link), flag (a pause the lead agreed to), shares, due (personal)
-- and base (promise) under a new calendar.
create function kpi_prepare_facts(p_from timestamptz, p_cut_off timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_turn, pg_temp.kpi_given, pg_temp.kpi_fact;
    create temporary table kpi_turn on commit drop as
    select id, issue_no, type, occurred_at, actor as who, (payload ->> 'teamId')::bigint as team_id
      from kpi_events('{RESOLVED,REOPENED}', p_from, p_cut_off);
    create temporary table kpi_given on commit drop as
    select id, issue_no, coalesce(payload ->> 'handler', holder) as person, occurred_at as from_at,
           coalesce(payload ->> 'personalDueAt', payload ->> 'dueAt')::timestamptz as due,
           (payload ->> 'teamId')::bigint as team_id,
           lead(occurred_at) over (partition by issue_no order by occurred_at, id) as next_at
      from kpi_events('{ASSIGNED}', p_from, p_cut_off);
    create temporary table kpi_fact on commit drop as
    select id, issue_no, type, occurred_at, actor as who, payload ->> 'kind' as word, payload ->> 'to' as target,
           (payload ->> 'approvedByLead')::boolean as flag, payload -> 'shares' as shares,
           (payload ->> 'personalBaseDueAt')::timestamptz as due, (payload ->> 'baseDueAt')::timestamptz as base
      from kpi_events('{REFUSED,DUE_MOVED,PAUSED,RESUMED,PAUSE_APPROVED,INVALIDATED,WONT_FIX,WITHDRAWN,LINKED,UNLINKED,SHARES_AGREED,RESOLUTION_CONFIRMED}',
                      p_from, p_cut_off);
    analyze kpi_turn, kpi_given, kpi_fact;
end $$;

-- Single pauses until they end: a resumption names the kind it ends, or ends all. Of a pause without the
-- lead's approval only ten working days count, which are never over within nine days; waiting for an
-- approval needs none.
create function kpi_prepare_pauses(p_from timestamptz, p_cut_off timestamptz, p_as_of timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
declare
    some_own constant boolean := exists (select from calendar_team_current);
begin
    drop table if exists pg_temp.kpi_pause;
    create temporary table kpi_pause on commit drop as
    with paused as materialized (
        select id, issue_no, occurred_at as paused_at, word, flag
          from kpi_fact where type = 'PAUSED' and occurred_at < p_as_of
    ), ending as (
        select id, issue_no, occurred_at, null as word from kpi_turn where type = 'RESOLVED'
        union all
        select id, issue_no, occurred_at, case when type = 'RESUMED' then word end from kpi_fact
         where type in ('RESUMED', 'WITHDRAWN', 'INVALIDATED', 'WONT_FIX')
        union all
        select id, issue_no, occurred_at, null from kpi_events('{CLOSED}', p_from, p_cut_off)
    ), ended as (
        select p.id, min(e.occurred_at) as ends_at
          from paused p
          join ending e on e.issue_no = p.issue_no and (e.occurred_at, e.id) > (p.paused_at, p.id)
                       and coalesce(e.word, p.word) is not distinct from p.word
         group by p.id
    ), agreed as (
        select distinct p.id
          from paused p
          join kpi_fact a on a.type = 'PAUSE_APPROVED' and a.issue_no = p.issue_no
                         and (a.occurred_at, a.id) > (p.paused_at, p.id)
          left join ended e on e.id = p.id
         where e.ends_at is null or a.occurred_at <= e.ends_at
    )
    select p.issue_no, p.paused_at, e.ends_at,
           case when p.word = 'APPROVAL' or p.flag or a.id is not null
                     or least(e.ends_at, p_as_of) < p.paused_at + interval '9 days' then null
                when some_own then add_work(p.paused_at, 10 * 28800, kpi_calendar(p.issue_no, p.paused_at))
                else add_work(p.paused_at, 10 * 28800) end as counts_until
      from paused p left join ended e using (id) left join agreed a using (id);
    analyze kpi_pause;
end $$;

-- What moves a due time or settles it: the union of pauses, and resolutions with the reopening that
-- undid them, by whose own calendar they count, and how long they worked.
create function kpi_prepare_moves(p_end timestamptz, p_as_of timestamptz)
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
    select m.*, case when to_at is not null then work_seconds(to_at, own) - work_seconds(from_at, own) end as worked
      from (select issue_no, 'PAUSE' as kind, from_at, to_at,
                   case when some_own then kpi_calendar(issue_no, to_at) end as own
              from pause
            union all
            select r.issue_no, 'RESOLVED', r.occurred_at, o.reopened_at,
                   case when some_own then kpi_calendar(r.issue_no, r.occurred_at) end
              from kpi_turn r left join reopened o using (id)
             where r.type = 'RESOLVED' and r.occurred_at < p_end) m;
    analyze kpi_move;
end $$;

-- Who reported an issue, who resolved it and when, and whose it is, as of the period: events before its end,
-- and of issues resolved in it also reopenings and withdrawals before the cut-off.
create function kpi_prepare_known(p_from timestamptz, p_start timestamptz, p_end timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_known;
    create temporary table kpi_known on commit drop as
    with outcome as (
        select distinct on (issue_no) issue_no, type, occurred_at, who, team_id
          from kpi_turn where occurred_at < p_end
         order by issue_no, occurred_at desc, id desc
    ), reopened as (
        select distinct issue_no from kpi_turn where type = 'REOPENED' and occurred_at >= p_end
    ), withdrawn as (
        select issue_no, min(occurred_at) as withdrawn_at
          from kpi_fact where type = 'WITHDRAWN' and occurred_at >= p_end group by issue_no
    ), reported as (
        select r.issue_no, r.occurred_at as created_at, coalesce(r.payload ->> 'reporter', r.actor) as reporter,
               coalesce((r.payload ->> 'test')::boolean, false) as test, r.payload -> 'baseline' as baseline
          from kpi_events('{REPORTED}', p_from, p_end) r
    )
    select r.*, coalesce(o.type = 'RESOLVED' and o.occurred_at >= p_start, false) as looked_back,
           case when s.stands then o.occurred_at end as resolved_at,
           case when s.stands and o.who = 'issueloop' then coalesce(a.person, o.who)
                when s.stands then o.who end as resolver,
           case when s.stands then coalesce(o.team_id, a.team_id) else a.team_id end as team_id,
           case when o.type = 'RESOLVED' and o.occurred_at >= p_start then w.withdrawn_at end as withdrawn_later
      from reported r
      left join outcome o using (issue_no)
      left join reopened b using (issue_no)
      left join withdrawn w using (issue_no)
      left join kpi_given a on a.issue_no = r.issue_no and a.from_at < p_end and coalesce(a.next_at >= p_end, true)
     cross join lateral (select coalesce(o.type = 'RESOLVED' and not (o.occurred_at >= p_start and b.issue_no is not null),
                                         false) as stands) s;
    analyze kpi_known;
end $$;

-- Due times of open issues: the last promise, anew under a calendar published since, moved by pauses and by
-- the time they stood resolved, as of the end of the period. Nothing asks for that of a resolved one.
create function kpi_prepare_dues(p_from timestamptz, p_end timestamptz, p_cut_off timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_due;
    create temporary table kpi_due on commit drop as
    with promise as materialized (
        select s.issue_no, s.id, s.occurred_at, (s.payload ->> 'dueAt')::timestamptz as due_at,
               lead(s.occurred_at) over later as next_at, lead(s.id) over later as next_id
          from kpi_events('{SERVICE_LEVEL_SET}', p_from, p_cut_off) s
          join kpi_known i on i.issue_no = s.issue_no and i.resolved_at is null
        window later as (partition by s.issue_no order by s.occurred_at, s.id)
    ), kept as (
        select * from promise where occurred_at < p_end and coalesce(next_at >= p_end, true)
    ), anew as (
        select distinct on (d.issue_no) d.issue_no, d.base
          from kpi_fact d
          join kept p on p.issue_no = d.issue_no and (d.occurred_at, d.id) > (p.occurred_at, p.id)
                     and (p.next_at is null or (d.occurred_at, d.id) < (p.next_at, p.next_id))
         where d.type = 'DUE_MOVED' and d.base is not null
         order by d.issue_no, d.occurred_at desc, d.id desc
    ), promised as (
        select p.issue_no, p.occurred_at, coalesce(n.base, p.due_at) as due_at
          from kept p left join anew n using (issue_no)
    ), moved as (
        select p.issue_no, (kpi_course(p.due_at, null, m.kind, greatest(m.from_at, p.occurred_at), m.to_at,
                                       case when m.from_at >= p.occurred_at then m.worked end, m.own
                                       order by m.from_at, m.kind)).due as due_at
          from promised p
          join kpi_move m on m.issue_no = p.issue_no
                         and case m.kind when 'PAUSE' then m.to_at > p.occurred_at
                                         else m.to_at < p_end and m.from_at >= p.occurred_at end
         group by p.issue_no
    )
    select p.issue_no, coalesce(m.due_at, p.due_at) as due_at from promised p left join moved m using (issue_no);
    analyze kpi_due;
end $$;

-- How long an issue was open until it was resolved, or is: working and wall seconds without gaps. Nearly all
-- have no gap, or one within the time they were open, which is subtracted; another team's calendar and
-- several gaps are walked.
create function kpi_prepare_clock(p_end timestamptz, p_as_of timestamptz)
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
    ), run as materialized (
        select issue_no, team_id, created_at, resolved_at is null as open, coalesce(resolved_at, p_as_of) as until,
               floor(date_part('epoch', created_at))::bigint + 28800 as from_second,
               floor(date_part('epoch', coalesce(resolved_at, p_as_of)))::bigint + 28800 as to_second
          from kpi_known
    ), day as materialized (
        select (day - date '1970-01-01')::bigint as nth, working, seconds_before from calendar_work_day
         where day between (select date '1970-01-01' + (min(from_second) / 86400)::integer from run)
                       and (select date '1970-01-01' + (greatest(max(to_second), max(from_second)) / 86400)::integer from run)
    ), plain as materialized (
        select r.issue_no, r.created_at, r.until, r.open, o.team_id as own,
               t.seconds_before + case when t.working then work_seconds_of_day((r.to_second % 86400)::integer) else 0 end
               - f.seconds_before - case when f.working then work_seconds_of_day((r.from_second % 86400)::integer) else 0 end
                   as worked
          from run r
          join day f on f.nth = r.from_second / 86400
          join day t on t.nth = r.to_second / 86400
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

-- Which issue is a duplicate of which as of the period, and which links of reports of the period count for T3.
create function kpi_prepare_links(p_start timestamptz, p_end timestamptz, p_cut_off timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_link;
    create temporary table kpi_link on commit drop as
    with link as materialized (
        select l.issue_no, l.target, l.word as kind, l.occurred_at as linked_at, min(u.occurred_at) as unlinked_at
          from kpi_fact l
          left join kpi_fact u on u.type = 'UNLINKED' and u.issue_no = l.issue_no and u.target = l.target
                              and (u.occurred_at, u.id) > (l.occurred_at, l.id)
         where l.type = 'LINKED'
         group by l.id, l.issue_no, l.target, l.word, l.occurred_at
    ), duplicate as (
        select distinct on (i.issue_no) i.issue_no, l.target, l.linked_at
          from kpi_known i join link l on l.issue_no = i.issue_no and l.kind = 'DUPLICATE_REPORT'
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
          from kpi_known i
          join link l on l.issue_no = i.issue_no
         where i.created_at >= p_start and coalesce(l.unlinked_at >= p_cut_off, true)
         order by i.issue_no, l.kind
    )
    select issue_no, d.target, d.linked_at, r.kind, r.double_submit
      from duplicate d full join repeat r using (issue_no);
    analyze kpi_link;
end $$;

-- One row per issue, as of the period: why it is in or out, and what the statements count of it.
create function kpi_prepare_issues(p_names text[], p_from timestamptz, p_start timestamptz, p_end timestamptz,
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
           and not exists (select from issue_event x where x.issue_no = i.issue_no and x.type = 'ACCEPTED'
                              and x.occurred_at <= coalesce(i.withdrawn_later, e.occurred_at))
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

-- Assignment segments, as of a period (kpi.md §4 P2), and when the issue was resolved first in each. A wrong
-- assignment refused within four working hours is marked; what happened first counts, not what was recorded first.
create function kpi_prepare_segments(p_end timestamptz)
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
    drop table if exists pg_temp.kpi_held;
    create temporary table kpi_held on commit drop as
    with refused as (
        select a.id, min(r.occurred_at) as refused_at
          from kpi_fact r
          join kpi_given a on a.issue_no = r.issue_no and (r.occurred_at, r.id) > (a.from_at, a.id)
                          and (a.next_at is null or r.occurred_at <= a.next_at)
         where r.type = 'REFUSED' group by a.id
    ), due_moved as (
        select distinct on (a.id) a.id, d.due
          from kpi_fact d
          join kpi_given a on a.issue_no = d.issue_no and (d.occurred_at, d.id) > (a.from_at, a.id)
                          and (a.next_at is null or d.occurred_at < a.next_at)
         where d.type = 'DUE_MOVED'
         order by a.id, d.occurred_at desc, d.id desc
    ), moved as (
        select issue_no, bool_or(kind = 'RESOLVED') as reopened
          from kpi_move where kind = 'PAUSE' or to_at is not null group by issue_no
    ), segment as materialized (
        select a.issue_no, a.id, a.person, a.from_at, least(a.next_at, r.refused_at) as to_at,
               coalesce(d.due, a.due) as personal_due_at, o.team_id as own,
               case when r.id is null then false
                    else work_seconds(r.refused_at, o.team_id) - work_seconds(a.from_at, o.team_id) <= 4 * 3600
               end as wrongly_assigned, v.issue_no is not null as shifted, coalesce(v.reopened, false) as reopened
          from kpi_given a
          left join refused r using (id)
          left join due_moved d using (id)
          left join moved v on v.issue_no = a.issue_no
          left join calendar_team_current o on o.team_id = a.team_id
         where a.from_at < p_end
    ), first as (
        select s.id, min(m.from_at) as at
          from segment s
          join kpi_move m on m.issue_no = s.issue_no and m.kind = 'RESOLVED' and m.from_at >= s.from_at
                         and m.from_at <= coalesce(s.to_at, 'infinity')
         where not s.reopened
         group by s.id
    )
    select s.*, f.at as resolved_at,
           -- moved are due times that a pause or a reopening moves and that the first resolution does not settle
           -- anyway: pauses put them off, so that what is resolved before is in time whatever they do
           s.shifted and (s.reopened or coalesce(f.at >= s.personal_due_at, true)) as moved
      from segment s left join first f using (id);
    analyze kpi_held;
end $$;

-- The first outcome of every segment. Nobody is late while a pause lasts: what would have passed meanwhile
-- passes when it ends. The due time is that of a segment without outcome.
create function kpi_prepare_outcomes(p_kind text, p_end timestamptz, p_as_of timestamptz)
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
         where h.moved
         group by h.id, h.personal_due_at, h.own
    ), course as (
        -- nearly all: nothing moved the due time, so the first resolution decides
        select h.*, case when h.moved then (w.course).due else h.personal_due_at end as due,
               case when h.moved then (w.course).outcome
                    when h.resolved_at <= h.personal_due_at then 'ONTIME'
                    when h.resolved_at is not null then 'LATE' end as outcome,
               case when h.moved then (w.course).at
                    when h.resolved_at is null then null
                    when h.resolved_at <= h.personal_due_at then h.resolved_at
                    else h.personal_due_at end as at
          from kpi_held h left join walked w using (id)
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
create function kpi_prepare(p_names text[], p_kind text, p_start timestamptz, p_end timestamptz,
                            p_cut_off timestamptz, p_as_of timestamptz, p_only text[])
returns void language plpgsql set default_statistics_target = 10 as $$
declare
    -- from when on events are found by their time; those of a few issues all by their number
    since constant timestamptz := case when p_only is null then p_start else 'infinity' end;
begin
    perform set_config('enable_nestloop', case when p_only is null then 'off' else 'on' end, true);
    perform kpi_prepare_candidates(p_start, p_end, p_only);
    perform kpi_prepare_early(p_start, p_cut_off, p_only);
    perform kpi_prepare_facts(since, p_cut_off);
    perform kpi_prepare_pauses(since, p_cut_off, p_as_of);
    perform kpi_prepare_moves(p_end, p_as_of);
    perform kpi_prepare_known(since, p_start, p_end);
    perform kpi_prepare_dues(since, p_end, p_cut_off);
    perform kpi_prepare_clock(p_end, p_as_of);
    perform kpi_prepare_links(p_start, p_end, p_cut_off);
    perform kpi_prepare_issues(p_names, since, p_start, p_end, p_cut_off);
    perform kpi_prepare_segments(p_end);
    perform kpi_prepare_outcomes(p_kind, p_end, p_as_of);
end $$;

-- What was computed under the old statements is computed wholly again when its turn comes.
update kpi_owed_period set statements = null;
