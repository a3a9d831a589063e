-- Teams with days and hours of their own, such as another site's holidays (kpi.md §2). A year a team
-- has not, is the company's. A working day has 28,800 seconds everywhere, only their hours differ.

create table calendar_team_year (
    version integer   not null references calendar_version,
    team_id bigint    not null,
    year    integer   not null,
    hours   integer[] not null,
    primary key (version, team_id, year)
);

create table calendar_team_day (
    version integer not null,
    team_id bigint  not null,
    day     date    not null,
    year    integer not null generated always as (extract(year from day)::integer) stored,
    type    text    not null check (type in ('WORK', 'OFF', 'ADJUSTED_WORK')),
    name    text    not null,
    primary key (version, team_id, day),
    foreign key (version, team_id, year) references calendar_team_year
);

-- The same of the version in force, ready to be counted with; hours are seconds of the day, from and to.
create table calendar_team_current (
    team_id bigint primary key
);

create table calendar_team_work_day (
    team_id        bigint    not null,
    day            date      not null,
    working        boolean   not null,
    seconds_before bigint    not null,
    hours          integer[] not null,
    primary key (team_id, day)
);

create index calendar_team_work_day_by_seconds on calendar_team_work_day (team_id, seconds_before) where working;

create or replace function publish_calendar(chosen integer) returns void language sql as $$
    delete from calendar_work_day;
    insert into calendar_work_day (day, working, seconds_before)
    select day, working,
           28800 * coalesce(sum(working::int) over (order by day rows between unbounded preceding and 1 preceding), 0)
      from (select s.day::date as day,
                   coalesce(d.type <> 'OFF', extract(isodow from s.day) < 6) as working
              from generate_series(timestamp '2000-01-01', timestamp '2099-12-31', interval '1 day') s (day)
              left join calendar_day d on d.version = chosen and d.day = s.day::date) days;
    delete from calendar_team_work_day;
    delete from calendar_team_current;
    insert into calendar_team_current select distinct team_id from calendar_team_year where version = chosen;
    insert into calendar_team_work_day (team_id, day, working, seconds_before, hours)
    select team_id, day, working,
           28800 * coalesce(sum(working::int) over (partition by team_id order by day
                                                    rows between unbounded preceding and 1 preceding), 0),
           hours
      from (select t.team_id, s.day::date as day, coalesce(y.hours, '{32400,43200,46800,64800}') as hours,
                   coalesce(case when y.year is null then b.type else d.type end <> 'OFF',
                            extract(isodow from s.day) < 6) as working
              from calendar_team_current t
             cross join generate_series(timestamp '2000-01-01', timestamp '2099-12-31', interval '1 day') s (day)
              left join calendar_team_year y
                     on y.version = chosen and y.team_id = t.team_id and y.year = extract(year from s.day)::integer
              left join calendar_team_day d on d.version = chosen and d.team_id = t.team_id and d.day = s.day::date
              left join calendar_day b on b.version = chosen and b.day = s.day::date) days;
    insert into calendar_current (version) values (chosen)
        on conflict (only_row) do update set version = excluded.version;
$$;

-- As of one argument, by a team's own calendar; without a team by the company's.
create function work_seconds(t timestamptz, own bigint) returns bigint language plpgsql stable parallel safe as $$
declare
    local_second constant bigint := floor(date_part('epoch', t))::bigint + 28800;
    found_day record;
    worked bigint;
begin
    if own is null or t is null then
        return work_seconds(t);
    end if;
    select working, seconds_before, hours into found_day
      from calendar_team_work_day where team_id = own and day = date '1970-01-01' + (local_second / 86400)::integer;
    if not found then
        raise exception 'no working calendar of team % for %', own, t;
    end if;
    if not found_day.working then
        return found_day.seconds_before;
    end if;
    select sum(least(greatest(local_second % 86400 - found_day.hours[i], 0), found_day.hours[i + 1] - found_day.hours[i]))
      into worked from generate_series(1, cardinality(found_day.hours), 2) i;
    return found_day.seconds_before + worked;
end $$;

create function add_work(t timestamptz, seconds bigint, own bigint)
returns timestamptz language plpgsql stable parallel safe as $$
declare
    target bigint;
    last_day record;
    rest bigint;
begin
    if own is null or t is null or seconds is null or seconds <= 0 then
        return add_work(t, seconds);
    end if;
    target := work_seconds(t, own) + seconds;
    select day, seconds_before, hours into last_day from calendar_team_work_day
     where team_id = own and working and seconds_before < target order by seconds_before desc limit 1;
    rest := target - last_day.seconds_before;
    for i in 1 .. cardinality(last_day.hours) by 2 loop
        if rest <= last_day.hours[i + 1] - last_day.hours[i] then
            return to_timestamp((last_day.day - date '1970-01-01') * 86400::bigint - 28800 + last_day.hours[i] + rest);
        end if;
        rest := rest - (last_day.hours[i + 1] - last_day.hours[i]);
    end loop;
    raise exception 'no working calendar of team % for % and % working seconds', own, t, seconds;
end $$;
