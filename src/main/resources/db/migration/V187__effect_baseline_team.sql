-- Each team's part of a frozen baseline (kpi.md §7), frozen with it.
create table effect_baseline_team (
    effect   text    not null references effect_baseline,
    team_id  bigint  not null,
    n        bigint  not null,
    value    numeric not null,
    variance numeric not null,
    primary key (effect, team_id)
);
create trigger effect_baseline_team_append_only before update or delete or truncate on effect_baseline_team
    for each statement execute function refuse_change();
