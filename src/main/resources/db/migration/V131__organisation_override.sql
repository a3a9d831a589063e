-- What the administrators of the application say differently from WeCom; rows are ended, never changed.

create table organisation_override (
    id       bigint generated always as identity primary key,
    kind     text        not null check (kind in ('LEAD', 'HANDLER', 'KPI_ADMIN', 'PROCESS_ADMIN', 'PROJECT', 'SKILL')),
    subject  text        not null,
    value    text        not null,
    set_by   text        not null,
    set_at   timestamptz not null,
    ended_by text,
    ended_at timestamptz
);

create unique index organisation_override_current on organisation_override (kind, subject) where ended_at is null;

-- What WeCom said of leads and roles: team.lead and member_role hold what is in force.
create table team_read (
    team_id bigint primary key,
    lead    text
);

create table member_role_read (
    user_id text not null,
    role    text not null,
    primary key (user_id, role)
);

insert into team_read select team_id, lead from team;
insert into member_role_read select user_id, role from member_role;
