-- Whose lease it is: the same delivery, tried again after a crash, need not wait for its own lease.

alter table delivery_lease add column holder text not null default '';
