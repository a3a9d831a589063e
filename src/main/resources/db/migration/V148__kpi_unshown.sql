-- Recomputed by a command, which reaches nobody: the next roll-up shows it in the KPI table.
alter table kpi_owed_period add column unshown boolean not null default false;
