-- Since when quarters are closed here: quarters that ended before the first night are history, such as
-- a sample's or what was imported, and begin only when somebody asks for it.
create table quarter_watch (
    only_row boolean primary key default true check (only_row),
    since    timestamptz not null
);

create or replace view closing_quarter as
select p.period as quarter, p.starts_at, p.ends_at, p.cut_off,
       coalesce((select w.since < p.ends_at from quarter_watch w), false) as in_use
  from kpi_owed_period p where p.period like '____Q_';
