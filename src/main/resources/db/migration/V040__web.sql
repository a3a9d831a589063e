-- Answers already given to requests that carry an Idempotency-Key (design.md §3 HTTP).

create table idempotency_key (
    caller       text        not null,
    key          text        not null,
    request_hash text        not null,
    answer       text        not null,
    claimed_at   timestamptz not null,
    primary key (caller, key)
);
