-- The plan of the trial: of each step the latest line counts, the former ones stay to be read.

create table pilot_step_change (
    id          bigint generated always as identity primary key,
    step        text        not null check (step in ('PREPARATION', 'TRIAL', 'ROLL_OUT')),
    begins_on   date,
    ends_on     date,
    responsible text        not null,
    note        text        not null,
    done        boolean     not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    check (begins_on is null or ends_on is null or ends_on >= begins_on)
);

create trigger pilot_step_change_append_only
    before update or delete or truncate on pilot_step_change
    for each statement execute function refuse_change();

-- What the trial is judged by: what people reported themselves; imports are history.
create view pilot_issue as
select i.issue_no, i.reporter, i.reported_at, i.resolved_at, i.stars,
       i.handler is not null as has_handler,
       i.resolved_at <= i.due_at as in_time,
       exists (select 1 from issue_event e where e.issue_no = i.issue_no and e.type = 'TRIAGED') as triaged
  from issue i
 where i.source <> 'IMPORT' and i.status not in ('CANCELLED', 'INVALID');
