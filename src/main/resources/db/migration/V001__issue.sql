-- The issue and everything that ever happened to it (design.md §5).

create sequence issue_serial;

create table issue (
    issue_no              text primary key,
    version               integer     not null,
    description           text        not null check (char_length(description) between 1 and 2000),
    urgency               text        not null check (urgency in ('URGENT', 'HIGH', 'MEDIUM', 'LOW')),
    project               text        not null,
    major                 boolean     not null,
    reporter              text        not null,
    source                text        not null,
    status                text        not null,
    category              text,
    sub_category          text,
    team_id               bigint,
    handler               text,
    service_level_minutes integer,
    due_at                timestamptz,
    personal_due_at       timestamptz,
    reported_at           timestamptz not null,
    paused_at             timestamptz,
    resolved_at           timestamptz,
    closed_at             timestamptz,
    assignment_count      integer     not null,
    resolution_count      integer     not null,
    cause                 text,
    measures              text,
    verification          text,
    stars                 integer check (stars between 1 and 5),
    note                  text
);

create index issue_open_by_handler on issue (handler) where status in ('ASSIGNED', 'HANDLING', 'PAUSED');
create index issue_by_status on issue (status, reported_at desc);
create index issue_by_reporter on issue (reporter, reported_at desc);

create table issue_event (
    id              bigint generated always as identity primary key,
    issue_no        text        not null,
    type            text        not null,
    actor           text        not null,
    holder          text,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    payload         jsonb       not null,
    idempotency_key text unique
);

create index issue_event_of_issue on issue_event (issue_no, occurred_at, id);
create index issue_event_by_time on issue_event (type, occurred_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger issue_event_append_only
    before update or delete or truncate on issue_event
    for each statement execute function refuse_change();
