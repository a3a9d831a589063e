-- Third part, which is to survive as the product's does: one line per issue in or out of each KPI, and
-- their sums for all, for teams and for people.

create table line (period text, metric text, basis text, issue_no text, team_id bigint, person text, included boolean,
                            reason text, numerator numeric, denominator numeric);

insert into line
select t.period, k.metric, k.basis, t.issue_no, t.team_id, null, k.included, coalesce(t.out, k.reason),
       case when k.included then k.numerator else 0 end, k.included::integer
  from state t
  left join promised m on m.issue_no = t.issue_no and m.at < t.e and (m.next_at is null or m.next_at >= t.e)
  left join walked w on w.subject = t.period || t.issue_no and t.resolved_at is null
  left join link l on l.issue_no = t.issue_no and l.at < t.cut
  left join rated v on v.issue_no = t.issue_no and v.actor = t.reporter and v.at >= t.resolved_at and v.at < t.cut
                   and (v.next_at is null or v.next_at >= t.cut)
 cross join lateral (values
    ('T1', 'CREATED', t.out is null, (t.resolved_at is not null)::integer, 'solved or open', t.created_at >= t.s),
    ('T1', 'DUE', t.out is null and (t.resolved_at is not null or coalesce(w.due, m.due) < t.e),
     (t.resolved_at is not null)::integer, 'solved, due or not yet due',
     t.out is null or (t.resolved_at is not null or coalesce(w.due, m.due) < t.e)
                      and (t.created_at >= t.s or t.left_at >= t.s)),
    ('T1', 'BACKLOG', t.out is null, (t.resolved_at is not null)::integer, 'solved or open',
     t.out is null or t.created_at >= t.s or t.left_at >= t.s),
    ('T2', 'WORKDAY', t.out is null and t.resolved_at is not null, t.worked, 'worked', t.resolved_at is not null or t.out is null),
    ('T2', 'CALENDAR', t.out is null and t.resolved_at is not null, t.passed, 'passed', t.resolved_at is not null or t.out is null),
    ('T3', 'DEFAULT', coalesce(t.out, 'DUPLICATE') = 'DUPLICATE' and l.double_submit is not true,
     (l.kind is not null)::integer, coalesce(l.kind, 'first'), t.created_at >= t.s),
    ('T4', 'DEFAULT', t.out is null and t.resolver <> t.reporter and v.stars is not null, v.stars, 'stars',
     t.resolved_at is not null)) k (metric, basis, included, numerator, reason, listed)
 where k.listed;

insert into line
select period, 'P1', 'DEFAULT', issue_no, team_id, person, bool_or(solved and coalesce(good, false)), 'share',
       sum(share) filter (where solved and good), 0
  from (select t.period, t.issue_no, t.team_id, x.key as person, true as solved,
               t.out is null and t.resolver <> t.reporter as good, x.value::numeric as share
          from state t
          left join shared h on h.issue_no = t.issue_no and h.at < t.cut
         cross join jsonb_each_text(coalesce(h.shares, jsonb_build_object(t.resolver, 1))) x
         where t.resolved_at is not null
        union all
        select t.period, t.issue_no, t.team_id, h.person, false, null, null
          from state t
          join held h on h.issue_no = t.issue_no and h.from_at < t.e and not h.wrong and (h.to_at is null or h.to_at > t.s)) x
 group by period, issue_no, team_id, person;

insert into line
select t.period, 'P2', 'DEFAULT', t.issue_no, t.team_id, o.person, t.out is null and c.counted, coalesce(t.out, o.outcome, 'open'),
       (t.out is null and c.counted and o.outcome = 'ONTIME')::integer, (t.out is null and c.counted)::integer
  from state t
  join outcome o on o.issue_no = t.issue_no and o.kind = t.kind and o.from_at < t.e
 cross join lateral (select o.outcome is not null and o.at >= t.s and o.at < t.e as within) i
 cross join lateral (select i.within and not o.again as counted) c
 where i.within or (o.outcome is null or o.at >= t.e) and coalesce(o.to_at, 'infinity') >= t.s;

insert into line
select p.period, 'P3', 'DEFAULT', a.article_no, null, x.key, true, 'published', x.value::numeric, 0
  from (select distinct on (b.article_no) b.article_no, b.occurred_at as published_at, b.payload -> 'shares' as shares,
               (select max(s.occurred_at) from article_event s where s.article_no = b.article_no and s.type = 'SUBMITTED'
                   and s.occurred_at <= b.occurred_at) as submitted_at
          from article_event b
         where b.type = 'PUBLISHED' and not (b.payload -> 'shares') ? b.actor
         order by b.article_no, b.occurred_at, b.id) a
  join period o on a.submitted_at >= o.s and a.submitted_at < o.e
 cross join lateral (select case when a.published_at < o.cut then a.submitted_at else a.published_at end as at) c
  join period p on p.kind = o.kind and c.at >= p.s and c.at < p.e and a.published_at < p.cut
 cross join jsonb_each_text(a.shares) x;

insert into line
select p.period, 'P5', 'DEFAULT', i.item_no, null, i.person, i.step <> 'DROPPED', i.step,
       case i.step when 'VERIFIED' then i.weight else 0 end, case i.step when 'DROPPED' then 0 else i.weight end
  from period p
 cross join lateral (select distinct on (item_no) * from learning_item_fact f
                      where f.period = p.quarter and f.occurred_at < p.cut
                      order by item_no, occurred_at desc, id desc) i
 where exists (select from learning_item_fact a where a.item_no = i.item_no and a.step = 'AGREED' and a.occurred_at < p.e);

insert into line
select p.period, 'P4', 'DEFAULT', 'colleagues', null, r.person, r.raters >= 3, 'rated',
       case when r.raters >= 3 then r.means else 0 end, case when r.raters >= 3 then r.raters else 0 end
  from period p
  join (select quarter, person, count(*) as raters, sum(mean) as means
          from (select o.period as quarter, r.person, r.rater, avg(f.stars) as mean
                  from peer_round o
                  join peer_rater r on r.period = o.period
                  join peer_rating_fact f on f.rater_key = r.rater_key and f.rated_at < o.closed_at
                 where not exists (select from peer_rating_fact later
                                    where later.rater_key = f.rater_key and later.question = f.question
                                      and later.id > f.id and later.rated_at < o.closed_at)
                 group by o.period, r.person, r.rater) rater
         group by quarter, person) r using (quarter);

-- The same ways in as the product's lines have.
create index on line (period, metric, basis, team_id, person);
create index on line (period, issue_no);
analyze line;

create table value as
select period, metric, basis, case grouping(team_id) when 1 then 'all' else 'team:' || team_id end as scope,
       sum(numerator) as numerator, sum(denominator) as denominator, count(*) filter (where included) as n, count(*) as lines
  from line where person is null
 group by grouping sets ((period, metric, basis), (period, metric, basis, team_id))
union all
select period, metric, basis, 'person:' || person, coalesce(sum(numerator), 0), sum(denominator),
       case metric when 'P4' then sum(denominator) else count(*) filter (where included) end, count(*)
  from line where person is not null group by period, metric, basis, person;

create table spread as
select period, 'T2' as metric, basis, case grouping(team_id) when 1 then 'all' else 'team:' || team_id end as scope,
       percentile_cont(0.5) within group (order by numerator) as median, percentile_cont(0.9) within group (order by numerator) as p90
  from line where metric = 'T2' and included
 group by grouping sets ((period, basis), (period, basis, team_id));
