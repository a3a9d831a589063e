-- Whoever chose by hand where waiting instances go on: the choice stands in the record of operations too.

create or replace view audit_entry_before_refusals as
select at, actor, kind, action, subject, detail from audit_entry_before_editor where action <> 'MODEL_ENGINE'
union all
select occurred_at, actor, 'MODEL', 'MODEL_' || action, model_key || '.' || model_type,
       concat_ws(' · ', from_version || ' → ' || to_version, reason, case when action = 'MIGRATED' then changes ->> 1 end)
  from model_change
union all
select recorded_at, 'issueloop', 'MODEL', 'MODEL_ENGINE', resource, left(content_hash, 12)
  from model_lineage of_engine
 where origin = 'engine'
   and not exists (
       select 1 from model_change edited
        where edited.model_type = of_engine.model_type
          and edited.model_key = of_engine.model_key
          and edited.occurred_at <= of_engine.recorded_at + interval '1 minute');
