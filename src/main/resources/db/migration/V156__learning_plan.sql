-- Learning plans as they stand; what counts is in learning_item_fact.

create table learning_plan (
    plan_no         text primary key,        -- LP-2026Q4-zhangwei
    period          text        not null check (period ~ '^\d{4}Q[1-4]$'),
    person          text        not null,
    state           text        not null check (state in ('DRAFT', 'SUBMITTED', 'AGREED', 'RETURNED')),
    submitted_at    timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text        not null default '',
    turn            integer     not null default 0,   -- grows with every submission
    unique (period, person),
    check (decided_by <> person)
);

create table learning_item (
    item_no      text primary key,           -- LP-2026Q4-zhangwei#1
    plan_no      text    not null references learning_plan,
    number       integer not null,
    title        text    not null,
    goal         text    not null,
    weight       numeric not null check (weight > 0 and weight <= 100),
    state        text    not null check (state in ('PLANNED', 'SUBMITTED', 'VERIFIED', 'RETURNED')),
    evidence     text    not null default '',
    link         text    not null default '',
    decided_by   text,
    decided_at   timestamptz,
    reason       text    not null default '',
    turn         integer not null default 0,
    unique (plan_no, number)
);
