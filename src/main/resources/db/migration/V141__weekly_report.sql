-- Weekly reports: which weeks are written and told, what each says, and the journals people wrote themselves.

create table weekly_report (
    period     text primary key,             -- 2026W47, ISO week
    from_at    timestamptz not null,         -- the report before; this one begins after it
    to_at      timestamptz not null,
    written_at timestamptz not null,
    told_at    timestamptz
);

-- One issue in one report, as it stood then; never changed afterwards.
create table weekly_line (
    period   text    not null references weekly_report,
    issue_no text    not null,
    title    text    not null,
    handler  text    not null,
    team_id  bigint  not null,
    open     boolean not null,
    solved   boolean not null,
    overdue  boolean not null,
    due_next boolean not null,
    due_at   timestamptz,
    stars    integer,
    primary key (period, issue_no)
);

create index weekly_line_of_person on weekly_line (handler, period);
create index weekly_line_of_team on weekly_line (team_id, period);

create table weekly_document (
    period      text   not null references weekly_report,
    team_id     bigint not null,
    document_id text   not null,             -- empty: a person wrote it
    url         text   not null,
    primary key (period, team_id)
);

create table journal (
    uuid        text primary key,            -- counted once
    member      text        not null,
    week        text        not null,
    template    text        not null,
    reported_at timestamptz not null
);

create index journal_of_week on journal (week, member);
