-- An archive is written a file a transaction, perhaps by several nodes one after the other: how it is
-- cut is settled with its first file. It is one, quarter_archive, when the last file is there.

create table quarter_archive_plan (
    quarter      text        not null,
    revision     integer     not null,
    lines        bigint      not null,
    lines_a_file integer     not null check (lines_a_file > 0),
    begun_at     timestamptz not null,
    primary key (quarter, revision)
);
create trigger quarter_archive_plan_append_only before update or delete or truncate on quarter_archive_plan
    for each statement execute function refuse_change();
