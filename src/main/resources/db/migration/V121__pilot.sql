-- Which departments take part in the trial, who decided it when, and what people say of it.

create table pilot_scope_change (
    id          bigint generated always as identity primary key,
    departments bigint[]    not null, -- empty: everybody
    changed_by  text        not null,
    changed_at  timestamptz not null
);

create trigger pilot_scope_change_append_only
    before update or delete or truncate on pilot_scope_change
    for each statement execute function refuse_change();

create table feedback (
    id          bigint generated always as identity primary key,
    source      text        not null check (source in ('FORM', 'PAGE')),
    source_key  text        not null unique,
    given_by    text, -- null: anonymous
    stars       integer     not null check (stars between 1 and 5),
    most_useful text        not null,
    least_handy text        not null,
    advice      text        not null,
    given_at    timestamptz not null,
    recorded_at timestamptz not null
);

create trigger feedback_append_only
    before update or delete or truncate on feedback
    for each statement execute function refuse_change();
