-- What each version of a model in the engine contained and where it came from (stack.md: a diagram
-- edited in the browser survives the next start). content_hash: sha-256 over the text with LF.
create table model_lineage (
    id           bigint generated always as identity primary key,
    model_type   text        not null check (model_type in ('bpmn', 'dmn', 'form')),
    model_key    text        not null,
    content_hash text        not null,
    origin       text        not null check (origin in ('file', 'engine')),
    resource     text        not null,
    recorded_at  timestamptz not null,
    unique (model_type, model_key, content_hash, origin)
);
