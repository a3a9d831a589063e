-- What a run has to know of its whole file before it takes the first row; deleted when the run is over.
-- In PostgreSQL and not in the heap, so that a file of any length costs the same memory.

create table import_line (
    run_id    bigint  not null references import_run,
    key       text    not null,
    line      integer not null,
    refers_to text,
    sound     boolean not null,
    primary key (run_id, key)
);

create index import_line_refers on import_line (run_id, refers_to) where refers_to is not null;

-- How often somebody went on where another node, or an earlier start, had died or stopped.
alter table import_run add column taken_over integer not null default 0;
