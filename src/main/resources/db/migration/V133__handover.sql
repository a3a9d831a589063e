-- Somebody leaves, or has left: what they held is handed over, confirmed by a lead or by time.

create table handover (
    id        bigint generated always as identity primary key,
    leaver    text        not null,
    team_id   bigint,
    opened_by text        not null,
    opened_at timestamptz not null,
    due_at    timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    moved     integer
);

create unique index handover_open on handover (leaver) where closed_at is null;

-- Whom a person chose instead of the proposal.
create table handover_choice (
    handover_id bigint not null references handover,
    issue_no    text   not null,
    handler     text   not null,
    primary key (handover_id, issue_no)
);
