-- Expected effects (kpi.md §7): frozen baselines, the team pulse, milestones, and evidence.

create table effect_baseline (
    effect      text primary key check (effect in ('EFFICIENCY', 'REPEATS', 'SATISFACTION', 'DELIVERY')),
    first       text        not null,
    last        text        not null,
    n           bigint      not null check (n >= 20),
    value       numeric     not null,
    variance    numeric     not null,
    reason      text        not null,
    frozen_by   text        not null,
    frozen_at   timestamptz not null
);

-- Who answered is kept apart from what was answered; neither has a time, so nothing joins them.
create table pulse_participant (
    quarter text not null,
    user_id text not null,
    primary key (quarter, user_id)
);
create table pulse_answer (
    id            uuid    primary key,
    quarter       text    not null,
    team_id       bigint  not null,
    satisfaction  integer not null check (satisfaction between 1 and 5),
    collaboration integer not null check (collaboration between 1 and 5),
    ease          integer not null check (ease between 1 and 5)
);
create index pulse_answer_of_team on pulse_answer (quarter, team_id);
create table pulse_round (
    quarter     text primary key,
    invited_at  timestamptz not null,
    reminded_at timestamptz
);

-- The last line about a milestone counts; a quarter's are those planned for it.
create table milestone (
    id           bigint generated always as identity primary key,
    project      text        not null,
    name         text        not null,
    planned_on   date        not null,
    delivered_on date,
    imported_by  text        not null,
    imported_at  timestamptz not null
);
create index milestone_of_project on milestone (project, name, id desc);

create table effect_evidence (
    id       bigint generated always as identity primary key,
    item     text        not null,
    achieved boolean     not null,
    note     text        not null,
    link     text        not null default '',
    actor    text        not null,
    at       timestamptz not null
);

do $$
declare name text;
begin
    foreach name in array array['effect_baseline', 'pulse_participant', 'pulse_answer', 'milestone',
                                'effect_evidence'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;
