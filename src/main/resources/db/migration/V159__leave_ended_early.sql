-- Leave that ended early counts for the days it lasted: the day somebody came back they were here.
create or replace function kpi_exposure(p_start timestamptz, p_end timestamptz)
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
), lasted as (
    select user_id as person, from_day,
           least(to_day, (ended_at at time zone 'Asia/Shanghai')::date - 1) as to_day
      from absence
), away as (
    select * from lasted
     where to_day >= from_day and from_day < (p_end at time zone 'Asia/Shanghai')::date
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

-- An upheld appeal is a fact about people as well.
create or replace function kpi_people_changed(p_start timestamptz, p_end timestamptz, p_cut_off timestamptz, p_since timestamptz)
returns boolean language sql stable as $$
    select exists (select from article_event where recorded_at > p_since
                      and occurred_at >= p_start and occurred_at < p_cut_off)
        or exists (select from peer_round where closed_at > p_since and closed_at >= p_start
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from learning_item_fact where occurred_at > p_since and occurred_at < p_cut_off
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from kpi_correction where occurred_at > p_since
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q')
                      and p_end - p_start > interval '40 days')
        or exists (select from absence where greatest(entered_at, ended_at) > p_since
                      and from_day < (p_end at time zone 'Asia/Shanghai')::date
                      and to_day >= (p_start at time zone 'Asia/Shanghai')::date)
$$;
