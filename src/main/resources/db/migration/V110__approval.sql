-- Approvals of major issues: who is asked, who said what, what came of it (design.md §3 Major).

create table approval (
    issue_no       text primary key,
    state          text        not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'REVOKED', 'DELETED', 'NOT_NEEDED', 'CANCELLED')),
    rule           text        not null check (rule in ('ANY', 'ALL', 'SEQUENTIAL')),
    applicant      text        not null,
    approvers      text[]      not null,
    deputies       text[]      not null,
    copied         text[]      not null,
    impact_words   text[]      not null,
    form_no        text unique,
    requested_at   timestamptz not null,
    manual_at      timestamptz not null,
    remind_at      timestamptz not null,
    substitute_at  timestamptz not null,
    escalate_at    timestamptz not null,
    manual_opened  boolean     not null,
    urged          integer     not null,
    acted_first_by text,
    decided_at     timestamptz,
    revoked_later  boolean     not null
);

create index approval_waiting on approval (requested_at) where state = 'WAITING';

create table approval_opinion (
    id           bigint generated always as identity primary key,
    issue_no     text        not null references approval (issue_no),
    key          text        not null,
    person       text        not null,
    on_behalf_of text,
    kind         text        not null,
    door         text        not null,
    comment      text        not null,
    said_at      timestamptz not null,
    recorded_at  timestamptz not null,
    unique (issue_no, key)
);

create trigger approval_opinion_append_only
    before update or delete or truncate on approval_opinion
    for each statement execute function refuse_change();
