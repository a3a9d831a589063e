-- KPI results: which periods are owed, the values, and every issue in or out of them (kpi.md §5).

create table kpi_owed_period (
    period      text primary key,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    cut_off     timestamptz not null,
    owed        boolean     not null,
    final       boolean     not null default false,
    seen_event  bigint,
    computed_at timestamptz,
    -- grows when people are to be told again; told is the last one they were told
    revision    integer     not null default 0,
    told        integer     not null default 0
);

create index kpi_owed_period_next on kpi_owed_period (ends_at, starts_at desc) where owed;

-- numerator and denominator are exact: counts, stars, shares, and seconds for T2.
create table kpi_value (
    id                 bigint generated always as identity primary key,
    metric             text        not null,
    basis              text        not null,
    period             text        not null,
    scope              text        not null,
    definition_version integer     not null,
    numerator          numeric     not null,
    denominator        numeric     not null,
    n                  bigint      not null,
    target             numeric,
    status             text        not null check (status in ('MET', 'MISSED', 'INSUFFICIENT', 'NA')),
    provisional        boolean     not null,
    calendar_version   integer     not null,
    computed_at        timestamptz not null,
    details            jsonb       not null,
    unique (metric, basis, period, scope, definition_version)
);

create index kpi_value_of_period on kpi_value (period, scope, metric);
create index kpi_value_of_scope on kpi_value (scope, metric, basis);

-- One line serves the scopes it belongs to: all, its team or its person. In the metric's exact units;
-- part says which share of a split it is, extra what stands beside (seconds an open issue is old).
create table kpi_line (
    period             text    not null,
    metric             text    not null,
    basis              text    not null,
    definition_version integer not null,
    issue_no           text    not null,
    team_id            bigint,
    person             text,
    included           boolean not null,
    reason             text    not null,
    numerator          numeric not null,
    denominator        numeric not null,
    part               text,
    extra              numeric
);

create index kpi_line_of_value on kpi_line (period, metric, basis, team_id, person);
