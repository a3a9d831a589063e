-- An archive is as many files as its lines need, each kept in blocks: a single value of a table
-- ends at 1 GB and is only read as a whole. Archives that are there already are taken over byte by byte.

create table quarter_archive_file (
    quarter  text    not null,
    revision integer not null,
    place    integer not null,
    name     text    not null,
    sha256   text    not null,
    bytes    bigint  not null,
    primary key (quarter, revision, place),
    unique (quarter, revision, name)
);

create table quarter_archive_block (
    quarter  text    not null,
    revision integer not null,
    file     integer not null,
    place    integer not null,
    content  bytea   not null,
    primary key (quarter, revision, file, place)
);

create function take_over_archive_file(p_quarter text, p_revision integer, p_place integer, p_name text,
                                       p_sha256 text, p_content bytea) returns void language plpgsql as $$
declare
    size constant integer := 1024 * 1024;
begin
    insert into quarter_archive_file values (p_quarter, p_revision, p_place, p_name, p_sha256, length(p_content));
    for i in 0 .. (length(p_content) - 1) / size loop
        insert into quarter_archive_block
        values (p_quarter, p_revision, p_place, i + 1, substring(p_content from i * size + 1 for size));
    end loop;
end $$;

do $$
declare
    one record;
    name text;
    sums bytea;
begin
    for one in select * from quarter_archive order by quarter, revision loop
        name := format('KPI-%s-r%s.', one.quarter, one.revision);
        -- added to nothing, so that it is unpacked once and not for every block
        perform take_over_archive_file(one.quarter, one.revision, 1, name || 'json', one.json_sha256, one.json || ''::bytea);
        perform take_over_archive_file(one.quarter, one.revision, 2, name || 'xlsx', one.xlsx_sha256, one.xlsx || ''::bytea);
        sums := convert_to(format(E'%s  %sjson\n%s  %sxlsx\n', one.json_sha256, name, one.xlsx_sha256, name), 'UTF8');
        perform take_over_archive_file(one.quarter, one.revision, 3, name || 'sha256', encode(sha256(sums), 'hex'), sums);
    end loop;
end $$;

drop function take_over_archive_file;

alter table quarter_archive
    drop column json,
    drop column xlsx,
    drop column json_sha256,
    drop column xlsx_sha256,
    -- null: all lines are in one file, as the first archives were made
    add column lines_a_file integer;

do $$
declare name text;
begin
    foreach name in array array['quarter_archive_file', 'quarter_archive_block'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;
