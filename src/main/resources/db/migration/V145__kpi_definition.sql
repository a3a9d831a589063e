-- What a KPI asks for is data (kpi.md §3, §4): a version holds for whole quarters from effective_from
-- on, until a later one does. An active version never changes; the statements themselves are code.

create table kpi_definition_version (
    version        integer     primary key,
    state          text        not null check (state in ('DRAFT', 'ACTIVE', 'DISCARDED')),
    effective_from text        not null check (effective_from ~ '^\d{4}Q[1-4]$'),
    starts_at      timestamptz not null,
    cap            numeric     not null check (cap between 1.00 and 1.20),
    reason         text        not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    check (state = 'DRAFT' or decided_by is not null and decided_at is not null)
);

-- The basis that counts, the target, the weight in the score (0: none) and a remark people read.
create table kpi_definition (
    version integer not null references kpi_definition_version,
    metric  text    not null,
    basis   text    not null,
    target  numeric check (target > 0),
    weight  numeric not null check (weight between 0 and 100),
    remark  text    not null default '',
    primary key (version, metric)
);

-- The customer's tables 5.1 and 5.2.
insert into kpi_definition_version
values (1, 'ACTIVE', '2000Q1', '2000-01-01 00:00+08', 1.00, '客户方案表 5.1 与 5.2', 'issueloop', now(), 'issueloop', now());
insert into kpi_definition (version, metric, basis, target, weight) values
    (1, 'T1', 'CREATED', 90,  0),
    (1, 'T2', 'WORKDAY', 3,   0),
    (1, 'T3', 'DEFAULT', 10,  0),
    (1, 'T4', 'DEFAULT', 4.5, 0),
    (1, 'P1', 'DEFAULT', 5,   30),
    (1, 'P2', 'DEFAULT', 85,  25),
    (1, 'P3', 'DEFAULT', 2,   20),
    (1, 'P4', 'DEFAULT', 4,   15),
    (1, 'P5', 'DEFAULT', 100, 10);

create function kpi_keep_decided() returns trigger language plpgsql as $$
begin
    if exists (select from kpi_definition_version v where v.version = old.version and v.state <> 'DRAFT') then
        raise exception 'definition version % has been decided', old.version;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger kpi_definition_version_is_kept before update or delete on kpi_definition_version
    for each row execute function kpi_keep_decided();
create trigger kpi_definition_is_kept before update or delete on kpi_definition
    for each row execute function kpi_keep_decided();

-- What was executed under which words, kept for ever: the hash is over both.
create table kpi_statement (
    hash     text primary key,
    metric   text        not null,
    basis    text        not null,
    formula  text        not null,
    sql      text        not null,
    first_at timestamptz not null
);
create trigger kpi_statement_append_only before update or delete or truncate on kpi_statement
    for each statement execute function refuse_change();

-- counts: on the basis the version judges by; attainment and weight: what it adds to the score.
alter table kpi_value
    add column counts     boolean not null default true,
    add column attainment numeric,
    add column weight     numeric;
