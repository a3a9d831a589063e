-- So that whoever asks needs to know nothing about the kinds themselves.
alter table wecom_poll
    add column label    text     not null default '',
    add column interval interval not null default '1 minute';
