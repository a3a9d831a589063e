-- Who switched which capability of WeCom to which mode, and what was done by hand instead.

create table capability_mode_change (
    id         bigint generated always as identity primary key,
    capability text        not null,
    from_mode  text        not null check (from_mode in ('AUTO', 'MANUAL', 'OFF')),
    to_mode    text check (to_mode in ('AUTO', 'MANUAL', 'OFF')), -- null: as the settings say
    changed_by text        not null,
    changed_at timestamptz not null
);

create table delivered_by_hand (
    id           bigint generated always as identity primary key,
    business_key text        not null,
    effect       text        not null,
    subject      text        not null,
    reference    text        not null,
    done_by      text        not null,
    done_at      timestamptz not null
);

create index delivered_by_hand_of on delivered_by_hand (business_key);
