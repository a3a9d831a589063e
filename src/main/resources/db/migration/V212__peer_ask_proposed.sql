-- Whether shared work proposed the rater: a lead takes back an addition of theirs, never a proposal.
alter table peer_ask add column proposed boolean not null default false;
update peer_ask set proposed = true where added_by is null;
