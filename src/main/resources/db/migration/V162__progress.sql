-- What each person was last told of the running quarter, and what the workbench shows of them.

create table kpi_progress (
    person   text primary key,
    quarter  text        not null,
    month    text        not null,
    met      text        not null,
    turn     integer     not null,
    asked_at timestamptz not null
);

create table workbench_shown (
    user_id  text primary key,
    figures  text        not null,
    shown_at timestamptz not null
);
