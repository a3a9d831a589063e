-- The analysis of a month, as it was written: facts in words, kept as they were.
create table monthly_analysis (
    month        text primary key check (month ~ '^\d{4}-\d{2}$'),
    written_at   timestamptz not null,
    body         jsonb       not null,
    document_id  text,
    document_url text
);
