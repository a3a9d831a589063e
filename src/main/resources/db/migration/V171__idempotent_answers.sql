-- Whole answers are kept, of whatever POST of the API (design.md §3 HTTP). A row from before holds the
-- body of one kind of answer only; its request does not match any more and is refused, never done twice.

alter table idempotency_key add column status       smallint not null default 200;
alter table idempotency_key add column content_type text;
alter table idempotency_key add column location     text;
