-- Targets of coming quarters (kpi.md §6): suggested from what was, talked about, decided, acknowledged.
-- A round is known by the quarter it is for; what it decides becomes a version of the definitions.

create table target_round (
    from_quarter       text primary key check (from_quarter ~ '^\d{4}Q[1-4]$'),
    closed_quarter     text        not null,
    state              text        not null check (state in ('COMMENTS', 'DECISION', 'PUBLISHED', 'KEPT', 'IN_FORCE')),
    opened_at          timestamptz not null,
    comments_until     timestamptz not null,
    starts_at          timestamptz not null,
    base_version       integer     not null,
    decided_by         text,
    decided_at         timestamptz,
    reason             text,
    definition_version integer,
    check (comments_until <= starts_at),
    check (decided_by is null or decided_at < starts_at)
);

create table target_suggestion (
    from_quarter text    not null references target_round,
    metric       text    not null,
    present      numeric not null,
    suggested    numeric not null,
    advice       text    not null check (advice in ('TIGHTEN', 'RELAX', 'KEEP')),
    why          text    not null,
    primary key (from_quarter, metric)
);

create table target_decision (
    from_quarter text    not null references target_round,
    metric       text    not null,
    target       numeric not null,
    primary key (from_quarter, metric)
);

create table target_comment (
    id           bigint generated always as identity primary key,
    from_quarter text        not null references target_round,
    author       text        not null,
    text         text        not null check (length(text) between 1 and 1000),
    at           timestamptz not null
);
create index target_comment_of_round on target_comment (from_quarter, id);

create table target_acknowledgement (
    from_quarter text        not null references target_round,
    user_id      text        not null,
    at           timestamptz not null,
    primary key (from_quarter, user_id)
);

-- What happened to a round, by whom and why.
create table target_event (
    id           bigint generated always as identity primary key,
    from_quarter text        not null,
    type         text        not null,
    actor        text        not null,
    at           timestamptz not null,
    payload      jsonb       not null
);

-- The grade of a quarter's score; a later one of the same quarter replaces it, both stay.
create table performance_grade (
    id               bigint generated always as identity primary key,
    period           text        not null,
    person           text        not null,
    score            numeric,
    adjusted         boolean     not null,
    grade            text,
    words            text        not null,
    decision_version integer     not null,
    graded_at        timestamptz not null,
    check ((score is null) = (grade is null))
);
create index performance_grade_of_person on performance_grade (person, period, id);

do $$
declare name text;
begin
    foreach name in array array['target_suggestion', 'target_decision', 'target_comment',
                                'target_acknowledgement', 'target_event', 'performance_grade'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;
