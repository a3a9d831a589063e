-- Second part: every issue as each period sees it, and the outcome of every segment.

-- Concerned are issues open at some moment of the period that had not left before it.
create unlogged table state as
select t.period, p.kind, p.s, p.e, p.cut, p.as_of, t.issue_no, i.at as created_at, i.who as reporter,
       coalesce(case when r.good then r.team_id end, h.team_id) as team_id,
       case when r.good then r.at end as resolved_at, case when r.good then r.who end as resolver, r.worked, r.passed,
       coalesce(g.type, case when d.at < case when r.issue_no is null then p.e else p.cut end then 'DUPLICATE' end) as out,
       case when g.type is not null then g.at else d.at end as left_at
  from (select distinct p.period, c.issue_no
          from period p
          join course c on c.type <> 'RESOLVED' and c.at < p.e and (c.next_resolved is null or c.next_resolved >= p.s)
         where not exists (select from gone g where g.issue_no = c.issue_no and g.at < p.s)) t
  join period p using (period)
  join course i on i.issue_no = t.issue_no and i.type = 'REPORTED'
  left join (select p.period, p.cut, r.*, r.next_reopened is null or r.next_reopened >= p.cut as good
               from resolution r join period p on r.at >= p.s and r.at < p.e
              where r.next_reopened is null or r.next_reopened >= p.e) r
         on r.period = t.period and r.issue_no = t.issue_no
  left join gone g on g.issue_no = t.issue_no and g.at < p.e
  left join link d on d.issue_no = t.issue_no and d.kind = 'DUPLICATE_REPORT'
  left join held h on h.issue_no = t.issue_no and h.from_at < p.e and (h.next_at is null or h.next_at >= p.e);
analyze state;

-- Steps are walked one after the other: a pause or a resolution that did not last moves the due time,
-- unless it had passed; nobody gets late while a pause lasts (§4 P2, §9). Of a segment, and of an open issue as of a period.
create unlogged table step as
select subject, period_kind, row_number() over (partition by subject, period_kind order by from_at, kind) as n, due,
       kind, from_at, to_at, work_seconds(to_at) - work_seconds(from_at) as worked, lasts
  from (select 'S' || h.id as subject, k.kind as period_kind, h.due, s.kind, greatest(s.from_at, h.from_at) as from_at,
               s.to_at, s.kind = 'RESOLVED' and s.to_at >= p.cut as lasts
          from held h
          join stop s on s.issue_no = h.issue_no and s.from_at <= coalesce(h.to_at, 'infinity')
                     and case s.kind when 'PAUSE' then s.to_at > h.from_at else s.from_at >= h.from_at end
         cross join (values ('month'), ('quarter')) k (kind)
          join period p on p.kind = k.kind and s.from_at >= p.s and s.from_at < p.e
        union all
        select 'S' || h.id, k.kind, h.due, 'RESOLVED', r.at, null, true
          from held h
          join resolution r on r.issue_no = h.issue_no and r.at >= h.from_at and r.at <= coalesce(h.to_at, 'infinity')
                           and r.next_reopened is null
         cross join (values ('month'), ('quarter')) k (kind)
         where h.issue_no in (select issue_no from stop)
        union all
        select t.period || t.issue_no, 'none', m.due, s.kind, greatest(s.from_at, m.at), least(s.to_at, t.as_of), false
          from state t
          join promised m on m.issue_no = t.issue_no and m.at < t.e and (m.next_at is null or m.next_at >= t.e)
          join stop s on s.issue_no = t.issue_no and s.from_at < t.as_of and (s.kind = 'PAUSE' or s.to_at < t.e)
                     and s.to_at > m.at
         where t.resolved_at is null) s;
create unique index on step (subject, period_kind, n);
analyze step;

create unlogged table walked as
with recursive walk as (
    select subject, period_kind, 0::bigint as n, due, null::text as outcome, null::timestamptz as at,
           null::timestamptz as since from step where n = 1
    union all
    select w.subject, w.period_kind, s.n, x.due, x.outcome,
           case x.outcome when 'LATE' then greatest(x.due, w.since) else s.from_at end, case when s.kind = 'PAUSE' then s.to_at end
      from walk w
      join step s on s.subject = w.subject and s.period_kind = w.period_kind and s.n = w.n + 1
     cross join lateral (
           select w.due, 'LATE' where s.from_at > w.due or s.kind = 'PAUSE' and s.from_at = w.due
           union all
           select w.due, 'ONTIME' where s.lasts and s.from_at <= w.due
           union all
           select case s.kind when 'PAUSE' then add_work(w.due, s.worked)
                              else greatest(add_work(w.due, s.worked), add_work(s.to_at, 4 * 3600)) end, null
            where not s.lasts and (s.from_at < w.due or s.kind = 'RESOLVED' and s.from_at = w.due)) x (due, outcome)
     where w.outcome is null
)
select distinct on (subject, period_kind) * from walk order by subject, period_kind, n desc;
create index on walked (subject);
analyze walked;

-- The first outcome of every segment; late at most once per issue and person.
create unlogged table outcome as
select *, outcome = 'LATE' and row_number() over (partition by kind, issue_no, person, outcome order by at, id) > 1 as again
  from (select k.kind, h.issue_no, h.id, h.person, h.from_at, h.to_at, h.wrong,
               case when h.wrong then null
                    when w.outcome = 'ONTIME' or w.subject is null and r.at <= h.due then 'ONTIME'
                    when p.passes < h.from_at then null
                    when w.outcome = 'LATE' or p.passes < least(r.at, h.to_at, n.now) then 'LATE' end as outcome,
               case when w.outcome = 'ONTIME' then w.at
                    when w.subject is null and r.at <= h.due then r.at else p.passes end as at
          from held h
         cross join (values ('month'), ('quarter')) k (kind)
         cross join (select max(as_of) as now from period) n
          left join walked w on w.subject = 'S' || h.id and w.period_kind = k.kind
          left join resolution r on r.issue_no = h.issue_no and r.at >= h.from_at and r.at <= coalesce(h.to_at, 'infinity')
                                and w.subject is null
         cross join lateral (select case when w.outcome = 'LATE' then w.at
                                         else greatest(coalesce(w.due, h.due), w.since) end as passes) p) o;
analyze outcome;
