-- Months whose report on the classification table was asked for: each is sent once, however often a timer fires.

create table classification_report (
    month        text primary key,
    requested_at timestamptz not null
);
