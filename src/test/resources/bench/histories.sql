-- Histories of issues, straight into the fact tables: what a year of work leaves behind. Every number
-- comes from hashes of the issue's own number, so that the same settings give the same facts.
--   bench.issues   how many issues are reported, evenly over the year
--   bench.members  in teams of fifty
--   bench.begins, bench.ends  the year, instants; nothing happens after bench.ends

create function pg_temp.chance(i bigint, salt bigint) returns double precision language sql immutable as $$
    select (hashint8extended(i, salt) & 2147483647) / 2147483648.0
$$;

create function pg_temp.person(nth bigint) returns text language sql immutable as $$
    select 'u' || lpad(nth::text, 5, '0')
$$;

insert into team (team_id, name, parent_id, lead, active)
select t + 100, '团队' || t, 1, pg_temp.person(t * 50 + 1), true
  from generate_series(0, current_setting('bench.members')::bigint / 50 - 1) t;
insert into member (user_id, name, team_id, active)
select pg_temp.person(m + 1), '成员' || m, m / 50 + 100, true
  from generate_series(0, current_setting('bench.members')::bigint - 1) m;
insert into membership (user_id, team_id, valid_from)
select user_id, team_id, '2024-01-01Z' from member;

create temporary table history as
with moment as (
    select i, current_setting('bench.begins')::timestamptz
              + (i::double precision / current_setting('bench.issues')::bigint)
                * (current_setting('bench.ends')::timestamptz - current_setting('bench.begins')::timestamptz) as created,
           current_setting('bench.members')::bigint as members
      from generate_series(0, current_setting('bench.issues')::bigint - 1) i
), chosen as (
    select i, date_trunc('second', created) as created,
           pg_temp.person((pg_temp.chance(i, 1) * members)::bigint % members + 1) as reporter,
           (pg_temp.chance(i, 2) * (members / 50))::bigint % (members / 50) as team,
           (pg_temp.chance(i, 3) * 50)::bigint % 50 as member,
           (array[1, 2, 3, 5])[1 + (pg_temp.chance(i, 4) * 4)::bigint % 4] as days,
           pg_temp.chance(i, 5) as ending, pg_temp.chance(i, 6) as pause, pg_temp.chance(i, 7) as hand_over,
           pg_temp.chance(i, 8) as repeat, pg_temp.chance(i, 9) as reopening, pg_temp.chance(i, 10) as rating,
           pg_temp.chance(i, 11) as sharing, pg_temp.chance(i, 12) as haste, pg_temp.chance(i, 13) as effort
      from moment
), worked as (
    select *, 'ISS-' || to_char(created at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(i::text, 7, '0') as no,
           pg_temp.person(team * 50 + member + 1) as handler,
           pg_temp.person(team * 50 + (member + 1) % 50 + 1) as second,
           created + days * interval '34 hours' as due,
           created + interval '20 minutes' + haste * interval '6 hours' as accepted,
           case when pause < 0.12 then 0.2 + pause * 25 else 0 end * interval '1 day' as paused,
           -ln(1 - effort * 0.9999) * days * interval '16 hours' as effort_spent
      from chosen
)
select *, accepted + interval '1 hour' + paused + effort_spent as resolved
  from worked;
create unique index on history (i);
analyze history;

-- As a bulk load does: without the ways in, which are built in one go afterwards.
set work_mem = '256MB';
set maintenance_work_mem = '256MB';
create temporary table way_in as
select indexname as name, indexdef as text from pg_indexes
 where tablename = 'issue_event' and indexname not in (select conname from pg_constraint);
do $$ declare way text; begin
    for way in select name from way_in loop execute format('drop index %I', way); end loop;
end $$;

insert into issue_event (issue_no, type, actor, holder, occurred_at, recorded_at, payload)
select h.no, e.type, e.actor, case when e.at > h.accepted then h.handler end, e.at, e.at, e.payload
  from history h
 cross join lateral (values
    ('REPORTED', h.reporter, h.created,
     jsonb_build_object('reporter', h.reporter, 'urgency', 'MEDIUM', 'project', '团队' || h.team, 'source', 'TABLE', 'major', false),
     true),
    ('CLASSIFIED', 'issueloop', h.created + interval '1 second',
     '{"category": "技术", "subCategory": "性能", "confidence": "明确", "hits": ["技术:性能:1"]}'::jsonb, true),
    ('SERVICE_LEVEL_SET', 'issueloop', h.created + interval '1 second',
     jsonb_build_object('minutes', h.days * 480, 'dueAt', h.due, 'major', false), true),
    ('ASSIGNED', 'issueloop', h.created + interval '1 second',
     jsonb_build_object('handler', h.handler, 'teamId', h.team + 100, 'dueAt', h.due, 'personalDueAt', h.due, 'kind', 'FIRST'),
     true),
    ('REFUSED', h.handler, h.created + interval '15 minutes', '{"reason": "不是我的"}'::jsonb, h.hand_over < 0.02),
    ('ASSIGNED', 'issueloop', h.created + interval '15 minutes 1 second',
     jsonb_build_object('handler', h.second, 'teamId', h.team + 100, 'dueAt', h.due, 'personalDueAt', h.due, 'kind', 'REFUSED'),
     h.hand_over < 0.02),
    ('WITHDRAWN', h.reporter, h.created + interval '18 minutes', '{}'::jsonb, h.ending < 0.01),
    ('ACCEPTED', case when h.hand_over < 0.02 then h.second else h.handler end, h.accepted, '{}'::jsonb, h.ending >= 0.01),
    ('INVALIDATED', pg_temp.person(h.team * 50 + 1), h.accepted + interval '2 hours', '{"reason": "不是问题"}'::jsonb,
     h.ending >= 0.01 and h.ending < 0.03),
    ('WONT_FIX', pg_temp.person(h.team * 50 + 1), h.accepted + interval '3 hours', '{"reason": "不处理"}'::jsonb,
     h.ending >= 0.03 and h.ending < 0.04),
    ('PAUSED', h.handler, h.accepted + interval '1 hour',
     jsonb_build_object('kind', 'INFORMATION', 'approvedByLead', h.pause < 0.02), h.pause < 0.12 and h.ending >= 0.04),
    ('RESUMED', h.handler, h.accepted + interval '1 hour' + h.paused, '{"kind": "INFORMATION"}'::jsonb,
     h.pause < 0.12 and h.ending >= 0.04),
    ('ASSIGNED', h.handler, h.accepted + interval '30 minutes',
     jsonb_build_object('handler', h.second, 'teamId', h.team + 100, 'dueAt', h.due, 'personalDueAt', h.due + interval '6 hours',
                        'kind', 'TRANSFER'),
     h.hand_over >= 0.02 and h.hand_over < 0.09 and h.ending >= 0.04),
    ('LINKED', pg_temp.person(h.team * 50 + 1), h.accepted + interval '5 hours',
     jsonb_build_object('to', coalesce((select p.no from history p where p.i = h.i - 1), h.no),
                        'kind', case when h.repeat < 0.04 then 'DUPLICATE_REPORT' else 'RECURRENCE' end),
     h.repeat < 0.07 and h.ending >= 0.04 and h.i > 0),
    ('RESOLVED', case when h.hand_over < 0.09 then h.second else h.handler end, h.resolved,
     jsonb_build_object('teamId', h.team + 100, 'byReporter', false), h.ending >= 0.04),
    ('SHARES_AGREED', pg_temp.person(h.team * 50 + 1), h.resolved + interval '4 hours',
     jsonb_build_object('shares', jsonb_build_object(h.handler, 0.6, h.second, 0.4)), h.sharing < 0.03 and h.ending >= 0.04),
    ('REOPENED', h.reporter, h.resolved + interval '20 hours', '{"reason": "未解决"}'::jsonb,
     h.reopening < 0.04 and h.ending >= 0.04),
    ('RESOLVED', case when h.hand_over < 0.09 then h.second else h.handler end, h.resolved + interval '30 hours',
     jsonb_build_object('teamId', h.team + 100, 'byReporter', false), h.reopening < 0.04 and h.ending >= 0.04),
    ('RATED', h.reporter, h.resolved + interval '36 hours',
     jsonb_build_object('stars', 1 + (h.rating * 1000)::integer % 3 + (h.rating * 77)::integer % 3),
     h.rating < 0.55 and h.ending >= 0.04),
    ('CLOSED', 'issueloop', h.resolved + interval '72 hours', '{"outcome": "NO_RATING"}'::jsonb, h.ending >= 0.04)
 ) e (type, actor, at, payload, happens)
 where e.happens and e.at < current_setting('bench.ends')::timestamptz
 order by e.at, h.i;

do $$ declare way text; begin
    for way in select text from way_in loop execute way; end loop;
end $$;

-- what people do besides: an article each half year, two learning items a quarter
insert into article_event (article_no, type, actor, occurred_at, recorded_at, payload)
select 'A-' || m.user_id || q, step.type, step.actor, step.at, step.at,
       jsonb_build_object('title', '经验', 'issueNo', 'ISS-0', 'shares', jsonb_build_object(m.user_id, 1))
  from member m
 cross join generate_series(0, 1) q
 cross join lateral (values
    ('SUBMITTED', m.user_id, current_setting('bench.begins')::timestamptz + q * interval '180 days' + interval '40 days'),
    ('PUBLISHED', pg_temp.person(m.team_id * 50 - 4999), current_setting('bench.begins')::timestamptz + q * interval '180 days' + interval '41 days')
 ) step (type, actor, at)
 where step.at < current_setting('bench.ends')::timestamptz;

insert into learning_item_fact (item_no, period, person, title, weight, step, evidence, actor, occurred_at)
select 'L-' || m.user_id || q.period || n, q.period, m.user_id, '课程' || n, n, s.step, '证书', pg_temp.person(m.team_id * 50 - 4999),
       q.starts + s.day * interval '1 day'
  from (select to_char(starts at time zone 'Asia/Shanghai', 'YYYY"Q"Q') as period, starts
          from generate_series(current_setting('bench.begins')::timestamptz, current_setting('bench.ends')::timestamptz - interval '1 day',
                               interval '3 months') starts) q
 cross join member m
 cross join generate_series(1, 2) n
 cross join (values ('AGREED', 3), ('VERIFIED', 60)) s (step, day)
 where (s.step = 'AGREED' or n = 1) and m.user_id <> pg_temp.person(m.team_id * 50 - 4999)
   and q.starts + s.day * interval '1 day' < current_setting('bench.ends')::timestamptz;

-- what colleagues say of four in ten, in rounds closed three days after each quarter: up to eight raters,
-- so that some have too few; some changed their mind in time, some too late
create temporary table rated as
select q.period, q.ends, row_number() over () as i, m.user_id as person, m.team_id, n,
       pg_temp.person((m.team_id - 100) * 50 + (substr(m.user_id, 2)::bigint - 1 + n) % 50 + 1) as rater,
       md5(q.period || m.user_id || n)::uuid as key
  from (select to_char(begins, 'YYYY"Q"Q') as period, begins,
               (begins + interval '3 months') at time zone 'Asia/Shanghai' as ends
          from generate_series(date_trunc('quarter', current_setting('bench.begins')::timestamptz at time zone 'Asia/Shanghai'),
                               current_setting('bench.ends')::timestamptz at time zone 'Asia/Shanghai', interval '3 months') begins) q
 cross join member m
 cross join lateral (select pg_temp.chance(substr(m.user_id, 2)::bigint, extract(epoch from q.ends)::bigint) as chance) c
 cross join generate_series(1, case when c.chance < 0.4 then (c.chance * 20)::bigint else 0 end) n;
insert into peer_rater (rater_key, period, person, rater) select key, period, person, rater from rated;
insert into peer_rating_fact (rater_key, question, stars, rated_at)
select r.key, q.name, 1 + (pg_temp.chance(r.i, q.salt) * 5)::bigint % 5, r.ends + q.after
  from rated r
 cross join (values ('COOPERATION', 31, interval '1 day', 1), ('COMMUNICATION', 32, '1 day', 1), ('SUPPORT', 33, '1 day', 1),
                    ('SUPPORT', 34, '2 days', 5), ('COOPERATION', 35, '4 days', 7)) q (name, salt, after, every)
 where r.i % q.every = 0
 order by q.after;
insert into peer_round (period, closed_at)
select distinct period, ends + interval '3 days' from rated where ends + interval '3 days' < current_setting('bench.ends')::timestamptz;

drop table rated;
drop table history;
analyze;
