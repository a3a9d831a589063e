-- Closing a quarter (kpi.md §5): what was checked and signed, trial runs, and what closing looks at.

-- MOVED: another calendar moved the cut-off while it was waited for.
-- CHECKED: the KPI administrator has gone through the checklist and lets the numbers be published.
-- The fingerprint is that of the numbers the actor had before them.
alter table quarter_event
    drop constraint quarter_event_type_check,
    add constraint quarter_event_type_check
        check (type in ('ENDED', 'MOVED', 'CUT_OFF', 'CHECKED', 'PUBLISHED', 'SIGNED', 'RETURNED', 'LOCKED', 'ARCHIVED',
                        'REOPEN_ASKED', 'REOPEN_REFUSED', 'REOPENED')),
    add column fingerprint text;

-- A trial run: everything computed again, and what that changed.
create table quarter_run (
    id             bigint generated always as identity primary key,
    quarter        text        not null,
    actor          text        not null,
    at             timestamptz not null,
    fingerprint    text        not null,
    changed_values integer     not null,
    changed_lines  integer     not null
);
create index quarter_run_of_quarter on quarter_run (quarter, id);
-- scope '' for an issue's line of a team's metric
create table quarter_run_change (
    run_id   bigint not null references quarter_run,
    metric   text   not null,
    basis    text   not null,
    scope    text   not null,
    issue_no text   not null default '',
    before   text   not null,
    after    text   not null
);
create index quarter_run_change_of_run on quarter_run_change (run_id);

do $$
declare name text;
begin
    foreach name in array array['quarter_run', 'quarter_run_change'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;

-- Quarters in which the product was in use already; what was imported of earlier ones is not closed
-- unless somebody asks for it.
create view closing_quarter as
select p.period as quarter, p.starts_at, p.ends_at, p.cut_off,
       (select e.recorded_at from issue_event e order by e.id limit 1) < p.ends_at as in_use
  from kpi_owed_period p where p.period like '____Q_';

-- What is open before a quarter is closed, counted.
create function closing_finding(p_quarter text)
returns table (kind text, n bigint) language sql stable as $$
with q as (
    select period, starts_at, ends_at from kpi_owed_period where period = p_quarter
)
select 'OWED_ROLLUP', count(*) from kpi_owed_period o, q
 where o.starts_at >= q.starts_at and o.ends_at <= q.ends_at and (o.owed or not o.final)
union all
select 'DUPLICATE_PROPOSAL', count(*) from proposal p, q
 where p.state = 'OPEN' and p.proposed_at < q.ends_at + interval '14 days' and p.target is not null
union all
select 'ENDING_PROPOSAL', count(*) from proposal p, q
 where p.state = 'OPEN' and p.proposed_at < q.ends_at + interval '14 days' and p.target is null and p.urgency is null
union all
select 'NO_DUE_TIME', count(*) from kpi_segment s, q
 where s.from_at >= q.starts_at and s.from_at < q.ends_at and s.personal_due_at is null and not s.wrongly_assigned
union all
select 'OWN_SOLUTION', count(distinct l.issue_no) from kpi_line l, q
 where l.period = q.period and l.metric = 'P1' and l.reason like '自提自解%'
union all
select 'INSUFFICIENT', count(*) from kpi_value v, q
 where v.period = q.period and v.counts and v.status = 'INSUFFICIENT'
union all
select 'IMPORT', count(*) from import_run where state in ('WAITING', 'RUNNING')
union all
select 'EARLIER_QUARTER', count(*) from quarter_state s, q
 where s.quarter < q.period and s.state not in ('LOCKED', 'ARCHIVED')
$$;

-- When the earliest issue that is in a quarter's numbers was reported: from then on time was counted.
create function closing_counted_from(p_quarter text) returns timestamptz language sql stable as $$
    select least((select starts_at from kpi_owed_period where period = p_quarter),
                 (select min(e.occurred_at) from issue_event e
                   where e.type = 'REPORTED'
                     and e.issue_no in (select issue_no from kpi_line
                                         where period = p_quarter and included and metric in ('T2', 'P2'))))
$$;

-- A resolution that counted in a locked quarter and was undone too late for it (kpi.md §5): what the
-- quarter gave is taken back when that happened.
create view kpi_claw_back as
select r.issue_no, l.period, r.at
  from (select e.issue_no, e.occurred_at, e.recorded_at, greatest(e.occurred_at, e.recorded_at) as at,
               (select max(d.occurred_at) from issue_event d
                 where d.issue_no = e.issue_no and d.type = 'RESOLVED'
                   and (d.occurred_at, d.id) < (e.occurred_at, e.id)) as resolved_at
          from issue_event e where e.type = 'REOPENED') r
  join kpi_owed_period p on p.period like '____Q_' and r.resolved_at >= p.starts_at and r.resolved_at < p.ends_at
  join kpi_locked_period l on l.period = p.period
 where r.occurred_at >= p.cut_off or r.recorded_at > l.locked_at;
