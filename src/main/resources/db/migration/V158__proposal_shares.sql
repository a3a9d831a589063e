-- Shares of an issue's handlers as proposed by the handler of record: userid to share, sum 1.
alter table proposal add column shares jsonb;
