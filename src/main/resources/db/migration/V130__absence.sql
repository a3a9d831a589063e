-- Who is away when, and who stands in; days are Asia/Shanghai days, both ends inclusive.

create table absence (
    id         bigint generated always as identity primary key,
    user_id    text        not null,
    from_day   date        not null,
    to_day     date        not null check (to_day >= from_day),
    substitute text        check (substitute <> user_id),
    entered_by text        not null,
    entered_at timestamptz not null,
    ended_by   text,
    ended_at   timestamptz
);

create index absence_of_user on absence (user_id, from_day) where ended_at is null;
create index absence_of_substitute on absence (substitute, from_day) where ended_at is null;
