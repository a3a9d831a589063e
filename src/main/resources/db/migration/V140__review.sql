-- Review meetings: of one issue, or a team's standing monthly one; what was concluded and who does what.

create table review (
    review_key   text primary key,           -- the issue's number, or REVIEW-2026-10-T2
    issue_no     text,
    period       text,                       -- 2026-10 of a monthly one
    team_id      bigint      not null,
    topic        text        not null,
    reason       text        not null,
    lead         text        not null,
    participants text[]      not null,
    starts_at    timestamptz not null,
    revision     integer     not null,       -- grows with every change of the time
    concluded_at timestamptz,
    concluded_by text,
    conclusions  text,
    meeting_id   text,                       -- empty: a person booked it
    meeting_link text,
    check ((issue_no is null) <> (period is null))
);

create index review_open_of_lead on review (lead) where concluded_at is null;

create table review_agenda (
    review_key text    not null references review,
    issue_no   text    not null,
    title      text    not null,
    reasons    text    not null,
    primary key (review_key, issue_no)
);

create table review_measure (
    review_key text    not null references review,
    number     integer not null,             -- from 1 on
    title      text    not null,
    owner      text    not null,
    due_on     date    not null,             -- Asia/Shanghai
    done_at    timestamptz,
    done_by    text,
    note       text,
    primary key (review_key, number)
);

create index review_measure_open on review_measure (owner) where done_at is null;

-- Everything that happened to a review; those of an issue stand in issue_event as well.
create table review_event (
    id          bigint generated always as identity primary key,
    review_key  text        not null,
    type        text        not null check (type in ('SCHEDULED', 'MOVED', 'CONCLUDED', 'MEASURE_DONE')),
    actor       text        not null,
    occurred_at timestamptz not null,
    payload     jsonb       not null
);

create index review_event_of on review_event (review_key, id);

create trigger review_event_append_only
    before update or delete or truncate on review_event
    for each statement execute function refuse_change();

-- Which months' standing reviews have been arranged; timers only wake us.
create table review_month (
    period      text primary key,
    arranged_at timestamptz
);
