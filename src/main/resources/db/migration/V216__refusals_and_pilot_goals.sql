-- Who was not let in, and why: counted by the hour, so that nobody can flood the record by knocking often.

create table sign_on_refusal (
    hour    timestamptz not null,
    reason  text        not null check (reason in ('OUTSIDE', 'INACTIVE', 'NO_MEMBER', 'DECLINED', 'STATE', 'SESSION', 'TOKEN')),
    user_id text        not null, -- as WeCom vouches for it; empty: nobody knows who it was
    times   bigint      not null,
    last_at timestamptz not null,
    primary key (hour, reason, user_id)
);

-- What a trial has to reach, where an administrator says otherwise than what ships: the latest line of each counts.

create table pilot_goal_change (
    id         bigint generated always as identity primary key,
    criterion  text        not null,
    label      text        not null check (char_length(label) between 1 and 40),
    unit       text        not null check (char_length(unit) between 1 and 8),
    target     numeric     not null check (target >= 0),
    counts     boolean     not null, -- false: left out of this trial
    changed_by text        not null,
    changed_at timestamptz not null
);

create trigger pilot_goal_change_append_only
    before update or delete or truncate on pilot_goal_change
    for each statement execute function refuse_change();

alter view audit_entry rename to audit_entry_before_refusals;

create view audit_entry as
select at, actor, kind, action, subject, detail from audit_entry_before_refusals
union all
select last_at, coalesce(nullif(user_id, ''), 'issueloop'), 'ACCESS', 'SIGN_ON_' || reason, user_id, '× ' || times
  from sign_on_refusal
union all
select changed_at, changed_by, 'PILOT', case when counts then 'PILOT_GOAL' else 'PILOT_GOAL_LEFT_OUT' end, label,
       '≥ ' || target || ' ' || unit
  from pilot_goal_change
union all
select changed_at, changed_by, 'PILOT', 'PILOT_STEP', step,
       concat_ws(' · ', coalesce(begins_on::text, '…') || ' – ' || coalesce(ends_on::text, '…'), nullif(responsible, ''),
                 case when done then '✓' end)
  from pilot_step_change;
