-- What was sent to WeCom, what shows an issue there, and by which ids (trust.md §1 Outbox).

create table sent (
    key        text primary key,
    state      text        not null check (state in ('SENDING', 'SENT')),
    tries      integer     not null,
    reference  text,
    claimed_at timestamptz not null,
    sent_at    timestamptz
);

create table card (
    card_id     text primary key,
    issue_no    text        not null,
    kind        text        not null,
    recipient   text        not null,
    turn        integer     not null,
    message_id  text,
    update_code text,
    code_at     timestamptz,
    shown       text,
    sent_at     timestamptz
);

create index card_of_issue on card (issue_no, kind, turn);

create table tracking_row (
    record_id text primary key,
    issue_no  text unique,
    note      text
);

create table agenda_entry (
    issue_no text primary key,
    entry_id text not null
);

create table solution_document (
    issue_no    text primary key,
    document_id text not null,
    url         text not null
);

create table delivery_lease (
    key        text primary key,
    held_until timestamptz not null
);
