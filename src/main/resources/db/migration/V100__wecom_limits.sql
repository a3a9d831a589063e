-- Limits of WeCom's interfaces, kept by all nodes (wecom-api.md §1.2).

-- Calls of limited interfaces within their window, by whose they are.
create table wecom_call (
    api     text        not null,
    who     text        not null,
    made_at timestamptz not null
);

create index wecom_call_of on wecom_call (api, who, made_at);

-- A pause lets nothing through; after 45033 so many calls run at the same time.
alter table wecom_pause add column width integer not null default 0;
