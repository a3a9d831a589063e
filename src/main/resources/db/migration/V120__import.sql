-- Files people imported issues from, every run over one of them, and what became of each row.

create table import_file (
    id          bigint generated always as identity primary key,
    name        text        not null,
    size        bigint      not null,
    sha256      text        not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);

create table import_chunk (
    file_id bigint  not null references import_file,
    nth     integer not null,
    bytes   bytea   not null,
    primary key (file_id, nth)
);

create table import_run (
    id           bigint generated always as identity primary key,
    file_id      bigint      not null references import_file,
    dry_run      boolean     not null,
    updates      boolean     not null,
    baseline     text[]      not null,
    mapping      jsonb       not null,
    state        text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    started_by   text        not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    held_until   timestamptz not null,
    total_rows   integer     not null default 0,
    last_line    integer     not null default 0,
    added        integer     not null default 0,
    changed      integer     not null default 0,
    unchanged    integer     not null default 0,
    refused      integer     not null default 0,
    opened       integer     not null default 0,
    ignored      text[]      not null default '{}',
    message      text
);

create index import_run_owed on import_run (id) where state in ('WAITING', 'RUNNING');

create table import_problem (
    run_id bigint  not null references import_run,
    line   integer not null,
    reason text    not null,
    cells  jsonb   not null,
    primary key (run_id, line)
);

-- Which issue stands for which external key; written is false while another row only refers to it.
create table imported_issue (
    external_key text primary key,
    issue_no     text    not null unique,
    run_id       bigint  not null references import_run,
    written      boolean not null,
    row          jsonb   not null
);

create index imported_issue_of_run on imported_issue (run_id);
