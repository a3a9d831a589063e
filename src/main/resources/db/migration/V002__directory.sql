-- Members, teams and roles as WeCom last told us, with the dates a KPI asks for.

create table team (
    team_id   bigint primary key,
    name      text    not null,
    parent_id bigint,
    lead      text,
    active    boolean not null
);

create table member (
    user_id text primary key,
    name    text    not null,
    team_id bigint  not null,
    active  boolean not null
);

create table member_role (
    user_id text not null,
    role    text not null,
    primary key (user_id, role)
);

-- Who belonged to which team when: [valid_from, valid_to), open while valid_to is null.
create table membership (
    user_id    text        not null,
    team_id    bigint      not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    primary key (user_id, team_id, valid_from)
);
