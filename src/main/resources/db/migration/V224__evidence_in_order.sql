-- Pictures of a proof stand in the order they were given, as those of an issue do.
alter table evidence_file add column position integer not null default 0;
