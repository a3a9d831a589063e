-- Lists of issues: what they are found by, the views people keep, and who took a list away.

create index issue_by_time on issue (reported_at desc, issue_no desc);
create index issue_open_due on issue (due_at)
    where status in ('REPORTED', 'TRIAGE', 'AWAITING_APPROVAL', 'ASSIGNED', 'HANDLING', 'PAUSED');
create index issue_follower_by_user on issue_follower (user_id);

-- A kept list: filters, order and columns as the address of the page has them.
create table issue_view (
    id       bigint generated always as identity primary key,
    owner    text        not null,
    name     text        not null check (char_length(name) between 1 and 40),
    query    text        not null check (char_length(query) <= 2000),
    team_id  bigint,              -- shared with this team; null: nobody else
    saved_at timestamptz not null,
    unique (owner, name)
);
create index issue_view_shared on issue_view (team_id) where team_id is not null;

create table issue_export_log (
    id     bigint generated always as identity primary key,
    caller text        not null,
    what   text        not null,
    rows   integer     not null,
    at     timestamptz not null
);
create trigger issue_export_log_append_only
    before update or delete or truncate on issue_export_log
    for each statement execute function refuse_change();
