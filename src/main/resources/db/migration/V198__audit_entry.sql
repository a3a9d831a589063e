-- Who took which list away, whatever the list; numbers have a log of their own.

alter table issue_export_log rename to export_log;
alter trigger issue_export_log_append_only on export_log rename to export_log_append_only;
alter table export_log
    add column kind text not null default 'ISSUES' check (kind in ('ISSUES', 'AUDIT'));
alter table export_log alter column kind drop default;

-- Who did what to the product and with its numbers, as it is recorded where it happened, in one shape:
-- kind and action are words of ours, subject and detail what it was about. No value of a person's KPI,
-- no reason that was written about a person.

create view audit_entry as
select at, caller as actor, 'EXPORT' as kind, 'KPI_EXPORTED' as action, what as subject, rows::text as detail
  from kpi_export_log
union all
select at, caller, 'EXPORT', kind || '_EXPORTED', what, rows::text from export_log
union all
select changed_at, changed_by, 'MODE', 'MODE_CHANGED', capability, from_mode || ' → ' || coalesce(to_mode, 'SETTING')
  from capability_mode_change
union all
select done_at, done_by, 'DELIVERY', 'DONE_BY_HAND', business_key, effect from delivered_by_hand
union all
select set_at, set_by, 'ORGANISATION', kind || '_SET', subject, value from organisation_override
union all
select ended_at, ended_by, 'ORGANISATION', kind || '_ENDED', subject, value from organisation_override
 where ended_at is not null
union all
select published_at, coalesce(published_by, 'issueloop'), 'CALENDAR', 'CALENDAR_PUBLISHED', version::text, source
  from calendar_version
union all
select changed_at, changed_by, 'PILOT', 'PILOT_SCOPE', array_to_string(departments, ' '), '' from pilot_scope_change
union all
select requested_at, started_by, 'IMPORT', case when dry_run then 'IMPORT_TRIED' else 'IMPORTED' end, f.name, r.id::text
  from import_run r join import_file f on f.id = r.file_id
union all
select opened_at, opened_by, 'ORGANISATION', 'HANDOVER_OPENED', leaver, '' from handover
union all
select closed_at, closed_by, 'ORGANISATION', 'HANDOVER_CONFIRMED', leaver, coalesce(moved, 0)::text from handover
 where closed_at is not null
union all
select occurred_at, actor, 'QUARTER', 'QUARTER_' || type, quarter, revision::text from quarter_event
union all
select at, actor, 'QUARTER', 'QUARTER_TRIAL_RUN', quarter, changed_values::text from quarter_run
union all
select at, actor, 'KPI', 'KPI_OVERRIDDEN', metric || ' ' || period, scope from kpi_override
union all
select occurred_at, actor, 'KPI', 'KPI_CORRECTED', metric || ' ' || period, appeal_no from kpi_correction
union all
select created_at, created_by, 'KPI', 'DEFINITION_DRAFTED', version::text, effective_from from kpi_definition_version
union all
select decided_at, decided_by, 'KPI', 'DEFINITION_' || state, version::text, effective_from from kpi_definition_version
 where decided_at is not null
union all
select at, actor, 'KPI', 'TARGETS_' || type, from_quarter, '' from target_event
 where type not in ('COMMENTED', 'ACKNOWLEDGED')
union all
select recorded_at, 'issueloop', 'MODEL', 'MODEL_ENGINE', resource, left(content_hash, 12) from model_lineage
 where origin = 'engine'
union all
select max(recorded_at), 'issueloop', 'MODEL', 'MODEL_FILE', count(*)::text, string_agg(resource, ' ' order by resource)
  from model_lineage where origin = 'file' group by date_trunc('minute', recorded_at)
union all
select last_at, 'issueloop', 'ACCESS', 'CALLBACK_REFUSED', reason, times::text from wecom_callback_refusal;
