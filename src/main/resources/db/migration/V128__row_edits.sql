-- What members do to a row once it is an issue: the description and urgency last seen (a change by the reporter is a
-- comment, once), what was last put right (so that nothing is put right for ever), and whether its reporter
-- took the issue back by deleting the row: then it is not written again.
alter table tracking_row
    add column description text,
    add column urgency     text,
    add column put_right   text,
    add column gone        boolean not null default false;
