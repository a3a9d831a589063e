-- The working calendar (kpi.md §2): versioned exceptions to Monday–Friday, and the same working-time
-- engine for SQL as WorkingCalendar is for Java. Days are Asia/Shanghai days (+08:00 since 1991).

create table calendar_version (
    version      integer primary key,
    source       text        not null,
    published_at timestamptz not null default now()
);

-- The years a version knows; any other year is Monday–Friday and 日历未确认.
create table calendar_year (
    version integer not null references calendar_version,
    year    integer not null,
    primary key (version, year)
);

create table calendar_day (
    version integer not null references calendar_version,
    day     date    not null,
    type    text    not null check (type in ('WORK', 'OFF', 'ADJUSTED_WORK')),
    name    text    not null,
    primary key (version, day)
);

-- The version in force and, day by day from 2000 to 2099, the working seconds before the day.
create table calendar_current (
    only_row boolean primary key default true check (only_row),
    version  integer not null references calendar_version
);

create table calendar_work_day (
    day            date primary key,
    working        boolean not null,
    seconds_before bigint  not null
);

create index calendar_work_day_by_seconds on calendar_work_day (seconds_before) where working;

create function publish_calendar(chosen integer) returns void language sql as $$
    delete from calendar_work_day;
    insert into calendar_work_day (day, working, seconds_before)
    select day, working,
           28800 * coalesce(sum(working::int) over (order by day rows between unbounded preceding and 1 preceding), 0)
      from (select s.day::date as day,
                   coalesce(d.type <> 'OFF', extract(isodow from s.day) < 6) as working
              from generate_series(timestamp '2000-01-01', timestamp '2099-12-31', interval '1 day') s (day)
              left join calendar_day d on d.version = chosen and d.day = s.day::date) days;
    insert into calendar_current (version) values (chosen)
        on conflict (only_row) do update set version = excluded.version;
$$;

-- Of a second of the day (0–86399): how many working seconds lie before it, 09:00–12:00 and 13:00–18:00.
create function work_seconds_of_day(second_of_day integer) returns integer language sql immutable parallel safe as $$
    select least(greatest(second_of_day - 32400, 0), 10800) + least(greatest(second_of_day - 46800, 0), 18000)
$$;

-- Working seconds since 2000-01-01; the working time in [a, b) is work_seconds(b) - work_seconds(a).
create function work_seconds(t timestamptz) returns bigint language plpgsql stable strict parallel safe as $$
declare
    local_second constant bigint := floor(date_part('epoch', t))::bigint + 28800;
    found_day record;
begin
    select working, seconds_before into found_day
      from calendar_work_day where day = date '1970-01-01' + (local_second / 86400)::integer;
    if not found then
        raise exception 'no working calendar for %', t;
    end if;
    return found_day.seconds_before
           + case when found_day.working then work_seconds_of_day((local_second % 86400)::integer) else 0 end;
end $$;

-- The instant at which so many working seconds have been worked since t: 18:00, not the next morning.
create function add_work(t timestamptz, seconds bigint) returns timestamptz language plpgsql stable strict parallel safe as $$
declare
    target constant bigint := work_seconds(t) + seconds;
    last_day record;
    rest bigint;
begin
    if seconds < 0 then
        raise exception 'negative working time: %', seconds;
    end if;
    if seconds = 0 then
        return t;
    end if;
    select day, seconds_before into last_day
      from calendar_work_day where working and seconds_before < target order by seconds_before desc limit 1;
    rest := target - last_day.seconds_before;
    if rest > 28800 then
        raise exception 'no working calendar for % and % working seconds', t, seconds;
    end if;
    return to_timestamp((last_day.day - date '1970-01-01') * 86400::bigint - 28800
                        + case when rest <= 10800 then 32400 + rest else 46800 + rest - 10800 end);
end $$;

insert into calendar_version (version, source) values (1, '国务院办公厅关于2026年部分节假日安排的通知，2025-11-04');
insert into calendar_year (version, year) values (1, 2026);
insert into calendar_day (version, day, type, name) values
    (1, '2026-01-01', 'OFF', '元旦'),
    (1, '2026-01-02', 'OFF', '元旦'),
    (1, '2026-01-03', 'OFF', '元旦'),
    (1, '2026-01-04', 'ADJUSTED_WORK', '元旦'),
    (1, '2026-02-14', 'ADJUSTED_WORK', '春节'),
    (1, '2026-02-15', 'OFF', '春节'),
    (1, '2026-02-16', 'OFF', '春节'),
    (1, '2026-02-17', 'OFF', '春节'),
    (1, '2026-02-18', 'OFF', '春节'),
    (1, '2026-02-19', 'OFF', '春节'),
    (1, '2026-02-20', 'OFF', '春节'),
    (1, '2026-02-21', 'OFF', '春节'),
    (1, '2026-02-22', 'OFF', '春节'),
    (1, '2026-02-23', 'OFF', '春节'),
    (1, '2026-02-28', 'ADJUSTED_WORK', '春节'),
    (1, '2026-04-04', 'OFF', '清明节'),
    (1, '2026-04-05', 'OFF', '清明节'),
    (1, '2026-04-06', 'OFF', '清明节'),
    (1, '2026-05-01', 'OFF', '劳动节'),
    (1, '2026-05-02', 'OFF', '劳动节'),
    (1, '2026-05-03', 'OFF', '劳动节'),
    (1, '2026-05-04', 'OFF', '劳动节'),
    (1, '2026-05-05', 'OFF', '劳动节'),
    (1, '2026-05-09', 'ADJUSTED_WORK', '劳动节'),
    (1, '2026-06-19', 'OFF', '端午节'),
    (1, '2026-06-20', 'OFF', '端午节'),
    (1, '2026-06-21', 'OFF', '端午节'),
    (1, '2026-09-20', 'ADJUSTED_WORK', '国庆节'),
    (1, '2026-09-25', 'OFF', '中秋节'),
    (1, '2026-09-26', 'OFF', '中秋节'),
    (1, '2026-09-27', 'OFF', '中秋节'),
    (1, '2026-10-01', 'OFF', '国庆节'),
    (1, '2026-10-02', 'OFF', '国庆节'),
    (1, '2026-10-03', 'OFF', '国庆节'),
    (1, '2026-10-04', 'OFF', '国庆节'),
    (1, '2026-10-05', 'OFF', '国庆节'),
    (1, '2026-10-06', 'OFF', '国庆节'),
    (1, '2026-10-07', 'OFF', '国庆节'),
    (1, '2026-10-10', 'ADJUSTED_WORK', '国庆节');

select publish_calendar(1);
