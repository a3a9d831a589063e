-- What somebody proposes about an issue and its lead confirms: an early ending, a link, another urgency.
-- issue_event tells the story; this table says what is open and who is to decide.

create table proposal (
    issue_no        text        not null,
    number          integer     not null,
    kind            text        not null,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    reason          text        not null,
    target          text,
    urgency         text,
    reviewer        text        not null,
    state           text        not null check (state in ('OPEN', 'AGREED', 'DECLINED', 'OBSOLETE')),
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    primary key (issue_no, number)
);

-- One at a time: the next waits until this one is decided.
create unique index proposal_open on proposal (issue_no) where state = 'OPEN';
create index proposal_of_reviewer on proposal (reviewer) where state = 'OPEN';

-- Links that count now.
create view issue_link as
select l.id, l.issue_no, l.payload ->> 'to' as target, l.payload ->> 'kind' as kind, l.occurred_at as linked_at
  from issue_event l
 where l.type = 'LINKED'
   and not exists (select 1 from issue_event u
                    where u.issue_no = l.issue_no and u.type = 'UNLINKED' and u.payload ->> 'to' = l.payload ->> 'to'
                      and u.id > l.id);

create index issue_event_link_target on issue_event ((payload ->> 'to')) where type = 'LINKED';
