-- What the conversation with WeCom has to remember, for all nodes (trust.md §1).

-- The access token of an application; the id is a hash, the secret itself is never stored.
create table wecom_token (
    id         text primary key,
    token      text        not null,
    expires_at timestamptz not null
);

-- Short leases of work only one node may do at a time; a crash gives them back when they run out.
create table wecom_lease (
    name   text primary key,
    holder uuid        not null,
    until  timestamptz not null
);

-- Interfaces that WeCom told us to leave alone for a while (45009).
create table wecom_pause (
    api   text primary key,
    until timestamptz not null
);

-- Messages of the last hour by receiver: 30 a minute, 1,000 an hour (page 90312).
create table wecom_message_sent (
    user_id text        not null,
    sent_at timestamptz not null
);

create index wecom_message_sent_to on wecom_message_sent (user_id, sent_at);

-- Callbacks, stored before they are acknowledged. The digest of the decrypted message is kept for ever.
create table wecom_inbox (
    id           bigint generated always as identity primary key,
    digest       bytea       not null unique,
    lane         text        not null check (lane in ('TABLE', 'OTHER')),
    status       text        not null default 'PENDING'
                 check (status in ('PENDING', 'DONE', 'IGNORED', 'REFUSED', 'PARKED')),
    body         text        not null,
    received_at  timestamptz not null default now(),
    arrivals     integer     not null default 1,
    attempts     integer     not null default 0,
    parked_until timestamptz not null default '-infinity',
    leased_until timestamptz not null default '-infinity',
    settled_at   timestamptz,
    problem      text
);

create index wecom_inbox_pending on wecom_inbox (lane, id) where status = 'PENDING';
create index wecom_inbox_parked on wecom_inbox (id) where status = 'PARKED';

-- What set-up created in WeCom. A row without an id: creation was begun and its end is not known.
create table wecom_resource (
    kind     text not null,
    key      text not null,
    id       text,
    url      text,
    begun_at timestamptz not null default now(),
    primary key (kind, key)
);

-- How far reconciliation has looked, in WeCom's own time.
create table wecom_watermark (
    name text primary key,
    at   timestamptz not null
);

-- Which row of the table KPI 统计 shows what.
create table wecom_kpi_row (
    sheet     text not null,
    key       text not null,
    record_id text not null,
    primary key (sheet, key)
);
