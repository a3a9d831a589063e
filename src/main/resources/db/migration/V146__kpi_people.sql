-- Facts about people that are no issue events (kpi.md §4): append-only, read by kpi through views.

-- Who led a team when; filled when the directory changes.
create table team_lead (
    team_id    bigint      not null,
    lead       text        not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    primary key (team_id, valid_from)
);

-- Peer rating: who was asked about whom is kept apart from what was answered. Answers count only once
-- the round is closed, so that nobody sees a number move as an answer comes in.
create table peer_round (
    period    text primary key,
    closed_at timestamptz not null
);
create table peer_rater (
    rater_key uuid primary key,
    period    text not null,
    person    text not null,
    rater     text not null,
    unique (period, person, rater),
    check (rater <> person)
);
create table peer_rating_fact (
    id        bigint generated always as identity primary key,
    rater_key uuid        not null,
    question  text        not null,
    stars     integer     not null check (stars between 1 and 5),
    rated_at  timestamptz not null
);
create index peer_rating_fact_of_rater on peer_rating_fact (rater_key);

-- Learning plans: the last statement about an item before the cut-off counts.
create table learning_item_fact (
    id          bigint generated always as identity primary key,
    item_no     text        not null,
    period      text        not null,
    person      text        not null,
    title       text        not null,
    weight      numeric     not null check (weight > 0),
    step        text        not null check (step in ('AGREED', 'VERIFIED', 'UNVERIFIED', 'DROPPED')),
    evidence    text        not null default '',
    actor       text        not null,
    occurred_at timestamptz not null,
    check (step <> 'VERIFIED' or evidence <> '' and actor <> person)
);
create index learning_item_fact_of_period on learning_item_fact (period, person);

-- A manual override: a line of its own, signed; the computed value stays.
create table kpi_override (
    id         bigint generated always as identity primary key,
    metric     text        not null,
    period     text        not null,
    scope      text        not null,
    value      numeric     not null,
    reason     text        not null,
    actor      text        not null,
    at         timestamptz not null
);

create table kpi_export_log (
    id      bigint generated always as identity primary key,
    caller  text        not null,
    what    text        not null,
    rows    integer     not null,
    at      timestamptz not null
);

do $$
declare name text;
begin
    foreach name in array array['peer_round', 'peer_rating_fact',
                                'learning_item_fact', 'kpi_override', 'kpi_export_log'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;

-- The first directory ever read says who is there, not since when: those were there all along.
create view kpi_membership as
select user_id as person, team_id,
       case when valid_from = (select min(valid_from) from membership) then '-infinity' else valid_from end as from_at,
       coalesce(valid_to, 'infinity') as to_at
  from membership;

-- Working days of a period, and those on which each person belonged to the organisation and was not away.
create function kpi_exposure(p_start timestamptz, p_end timestamptz)
returns table (person text, active bigint, working bigint) language sql stable as $$
with day as (
    select day, (day + time '09:00') at time zone 'Asia/Shanghai' as opens,
           (day + time '18:00') at time zone 'Asia/Shanghai' as closes
      from calendar_work_day
     where working and day >= (p_start at time zone 'Asia/Shanghai')::date
       and day < (p_end at time zone 'Asia/Shanghai')::date
), span as (
    select person, range_agg(tstzrange(from_at, greatest(from_at, to_at))) as spans,
           min(from_at) <= p_start and max(to_at) >= p_end and count(*) = 1 as whole
      from kpi_membership where from_at < p_end and to_at > p_start group by person
), away as (
    select user_id as person, from_day, to_day from absence
     where ended_at is null and from_day < (p_end at time zone 'Asia/Shanghai')::date
       and to_day >= (p_start at time zone 'Asia/Shanghai')::date
)
select s.person,
       case when s.whole and not exists (select from away a where a.person = s.person)
            then (select count(*) from day)
            else (select count(*) from day d
                   where s.spans && tstzrange(d.opens, d.closes)
                     and not exists (select from away a where a.person = s.person
                                        and d.day between a.from_day and a.to_day)) end,
       (select count(*) from day)
  from span s
$$;

-- Each rater's mean in parts of 2520, which 1 … 10 questions divide; no rater is named.
create view kpi_peer_mean as
select r.period, r.person, sum(f.stars) * 2520::numeric / count(*) as mean_2520, o.closed_at
  from peer_rater r
  join peer_round o using (period)
  join lateral (select distinct on (question) stars from peer_rating_fact f
                 where f.rater_key = r.rater_key and f.rated_at < o.closed_at
                 order by question, id desc) f on true
 group by r.rater_key, r.period, r.person, o.closed_at;
