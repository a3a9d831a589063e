-- Pushes that wait for their time: reminders for working hours, acknowledgements for a calmer minute
-- (design.md §3 Quiet hours). What goes out in one message shares its number.

create sequence push_message_serial;

create table push (
    id           bigint generated always as identity primary key,
    lane         text        not null check (lane in ('SCHEDULED', 'ACKNOWLEDGEMENT')),
    recipient    text        not null,
    kind         text        not null,
    business_key text        not null,
    detail       text        not null,
    exempt       boolean     not null,
    requested_at timestamptz not null,
    message      bigint,
    taken_by     text,
    taken_at     timestamptz,
    sent_at      timestamptz,
    unique (recipient, kind, business_key, detail)
);

create index push_waiting on push (recipient, lane) where message is null;
create index push_taken on push (recipient, lane, taken_at) where message is not null;
