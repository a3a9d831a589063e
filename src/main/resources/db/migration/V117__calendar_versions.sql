-- Who published a version of the working calendar; the shipped one nobody.

alter table calendar_version add column published_by text;
