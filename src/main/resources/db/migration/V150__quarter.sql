-- The life of a quarter (kpi.md §5): append-only facts, the state is derived from them.

create table quarter_event (
    id            bigint generated always as identity primary key,
    quarter       text        not null check (quarter ~ '^\d{4}Q[1-4]$'),
    -- ENDED: closing began. CUT_OFF: the last look back is over. PUBLISHED: shown to people.
    -- SIGNED: the KPI administrator asks for the lock. RETURNED: the second person does not agree.
    -- LOCKED: the second person does. ARCHIVED: its archive exists. REOPEN_ASKED, REOPEN_REFUSED,
    -- REOPENED: the latest locked quarter is asked for, not granted, opened again.
    type          text        not null check (type in ('ENDED', 'CUT_OFF', 'PUBLISHED', 'SIGNED', 'RETURNED', 'LOCKED',
                                                       'ARCHIVED', 'REOPEN_ASKED', 'REOPEN_REFUSED', 'REOPENED')),
    -- the revision it concerns: the one being prepared, or the one that is locked
    revision      integer     not null check (revision > 0),
    actor         text        not null,
    reason        text        not null default '',
    cut_off       timestamptz,
    appeals_until timestamptz,
    occurred_at   timestamptz not null,
    check (type not in ('ENDED', 'CUT_OFF') or cut_off is not null),
    check (type <> 'PUBLISHED' or appeals_until is not null),
    check (type not in ('RETURNED', 'REOPEN_ASKED', 'REOPENED') or reason <> '')
);

create index quarter_event_of_quarter on quarter_event (quarter, id);
-- once each, whoever tries: two nodes, a repeated job, two people at once
create unique index quarter_event_ended on quarter_event (quarter) where type = 'ENDED';
create unique index quarter_event_locked on quarter_event (quarter, revision) where type = 'LOCKED';
create unique index quarter_event_archived on quarter_event (quarter, revision) where type = 'ARCHIVED';
create unique index quarter_event_reopened on quarter_event (quarter, revision) where type = 'REOPENED';

create trigger quarter_event_append_only before update or delete or truncate on quarter_event
    for each statement execute function refuse_change();

-- published_at and appeals_until are those of the revision being prepared or locked.
create view quarter_state as
select e.quarter,
       case s.type when 'PUBLISHED' then 'REVIEW' when 'LOCKED' then 'LOCKED' when 'ARCHIVED' then 'ARCHIVED'
            else 'CUTOFF' end as state,
       coalesce(max(e.revision) filter (where e.type = 'LOCKED'), 0) as revision,
       (array_agg(e.cut_off order by e.id desc) filter (where e.cut_off is not null))[1] as cut_off,
       case when s.type in ('PUBLISHED', 'LOCKED', 'ARCHIVED')
            then max(e.occurred_at) filter (where e.type = 'PUBLISHED') end as published_at,
       case when s.type in ('PUBLISHED', 'LOCKED', 'ARCHIVED')
            then (array_agg(e.appeals_until order by e.id desc) filter (where e.type = 'PUBLISHED'))[1] end as appeals_until,
       max(e.occurred_at) filter (where e.type = 'LOCKED') as locked_at
  from quarter_event e
  join lateral (select l.type from quarter_event l
                 where l.quarter = e.quarter
                   and l.type in ('ENDED', 'CUT_OFF', 'PUBLISHED', 'LOCKED', 'ARCHIVED', 'REOPENED')
                 order by l.id desc limit 1) s on true
 group by e.quarter, s.type;

-- What kpi reads of it: periods nothing may touch, a locked quarter and its months.
create view kpi_locked_period as
select p.period, s.quarter, s.revision, s.locked_at
  from quarter_state s
 cross join lateral (
       select s.quarter as period
       union all
       select left(s.quarter, 4) || '-' || lpad((right(s.quarter, 1)::integer * 3 - m)::text, 2, '0')
         from generate_series(0, 2) m) p
 where s.state in ('LOCKED', 'ARCHIVED');
