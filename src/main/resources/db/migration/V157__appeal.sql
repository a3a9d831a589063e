-- Corrections of single lines by an upheld appeal (kpi.md §5): append-only events, read whenever lines
-- are computed; the last about a line counts. Nobody edits a number.

create table kpi_correction (
    id          bigint generated always as identity primary key,
    appeal_no   text        not null unique,
    period      text        not null,
    metric      text        not null,
    person      text        not null,
    issue_no    text        not null,        -- the line: an issue, an article, a plan's item
    included    boolean     not null,
    numerator   numeric     not null check (numerator >= 0),
    denominator numeric     not null check (denominator >= 0),
    reason      text        not null check (reason <> ''),
    actor       text        not null,
    occurred_at timestamptz not null,
    check (actor <> person)
);
create index kpi_correction_of_period on kpi_correction (period);
create trigger kpi_correction_append_only before update or delete or truncate on kpi_correction
    for each statement execute function refuse_change();

create table appeal (
    appeal_no       text primary key,        -- APL-2026Q3-001
    period          text        not null,
    person          text        not null,
    metric          text        not null,
    line            text        not null,    -- empty: the metric as a whole
    line_reason     text        not null,    -- as it was printed when it was appealed against
    statement       text        not null,
    state           text        not null check (state in ('FILED', 'ASSIGNED', 'UPHELD', 'DISMISSED', 'WITHDRAWN')),
    filed_at        timestamptz not null,
    due_at          timestamptz not null,
    decider         text,
    assigned_by     text,
    decided_by      text,
    decided_at      timestamptz,
    decision        text        not null default '',
    effect          jsonb,                   -- what it changed: null until it was computed
    check (decider <> person and assigned_by <> person and decided_by <> person)
);
create unique index appeal_open_of_line on appeal (period, person, metric, line) where state in ('FILED', 'ASSIGNED');
create index appeal_of_period on appeal (period);

create table appeal_event (
    id          bigint generated always as identity primary key,
    appeal_no   text        not null references appeal,
    type        text        not null check (type in ('FILED', 'ASSIGNED', 'ESCALATED', 'UPHELD', 'DISMISSED',
                                                     'WITHDRAWN', 'RECOMPUTED')),
    actor       text        not null,
    note        text        not null default '',
    occurred_at timestamptz not null
);
create index appeal_event_of on appeal_event (appeal_no, id);
create trigger appeal_event_append_only before update or delete or truncate on appeal_event
    for each statement execute function refuse_change();

-- Who acted in what a line is about: they do not decide an appeal against it.
create view appeal_involved as
select issue_no as line, actor as person from issue_event
union
select issue_no, payload ->> 'handler' from issue_event where type = 'ASSIGNED'
union
select article_no, actor from article_event
union
select item_no, actor from learning_item_fact;
