-- Who deployed, rolled back or migrated which model, and why. The contents themselves lie in the engine.
create table model_change (
    id           bigint generated always as identity primary key,
    action       text        not null check (action in ('DEPLOYED', 'ROLLED_BACK', 'MIGRATED')),
    model_type   text        not null check (model_type in ('bpmn', 'dmn', 'form')),
    model_key    text        not null,
    from_version integer     not null,
    to_version   integer     not null,
    actor        text        not null,
    reason       text        not null check (length(reason) between 1 and 500),
    changes      jsonb       not null,
    occurred_at  timestamptz not null
);

create index model_change_of on model_change (model_type, model_key, id desc);

create trigger model_change_append_only
    before update or delete or truncate on model_change
    for each statement execute function refuse_change();
