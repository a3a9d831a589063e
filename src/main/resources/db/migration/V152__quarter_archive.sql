-- The snapshot a lock takes (kpi.md §5): numbers, lines, versions, names as text; and the archive
-- rendered from it. Nothing of it ever changes; another revision has rows of its own.

create table quarter_snapshot (
    quarter  text    not null,
    revision integer not null,
    -- who locked it, versions of definitions, calendar and decisions, hash of the inputs; JSON
    head     text    not null,
    primary key (quarter, revision)
);

create table quarter_snapshot_value (
    quarter     text    not null,
    revision    integer not null,
    place       integer not null,
    period      text    not null,
    metric      text    not null,
    basis       text    not null,
    counts      boolean not null,
    scope       text    not null,
    scope_name  text    not null,
    value       text,
    numerator   text    not null,
    denominator text    not null,
    n           bigint  not null,
    target      text,
    status      text    not null,
    details     text    not null,
    primary key (quarter, revision, place)
);

create table quarter_snapshot_line (
    quarter     text    not null,
    revision    integer not null,
    place       integer not null,
    period      text    not null,
    metric      text    not null,
    basis       text    not null,
    issue_no    text    not null,
    team        text    not null,
    team_name   text    not null,
    person      text    not null,
    person_name text    not null,
    included    boolean not null,
    reason      text    not null,
    numerator   text    not null,
    denominator text    not null,
    primary key (quarter, revision, place)
);

create table quarter_archive (
    quarter     text        not null,
    revision    integer     not null,
    json        bytea       not null,
    xlsx        bytea       not null,
    json_sha256 text        not null,
    xlsx_sha256 text        not null,
    archived_at timestamptz not null,
    primary key (quarter, revision)
);

do $$
declare name text;
begin
    foreach name in array array['quarter_snapshot', 'quarter_snapshot_value', 'quarter_snapshot_line', 'quarter_archive'] loop
        execute format('create trigger %I before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name || '_append_only', name);
    end loop;
end $$;

create function closing_sha256(content text) returns text language sql immutable as $$
    select encode(sha256(convert_to(coalesce(content, ''), 'UTF8')), 'hex')
$$;

-- What a quarter's numbers were made of, one hash each; instants as seconds, so that no zone matters.
create function closing_inputs(p_quarter text)
returns table (kind text, n bigint, sha256 text) language sql stable as $$
with q as materialized (
    select period, starts_at, ends_at, cut_off, (starts_at at time zone 'Asia/Shanghai')::date as first_day,
           (ends_at at time zone 'Asia/Shanghai')::date as next_day,
           (cut_off at time zone 'Asia/Shanghai')::date as last_day
      from kpi_owed_period where period = p_quarter
), issue as materialized (
    select distinct l.issue_no from kpi_line l, q
     where l.period = q.period and l.metric not in ('P3', 'P4', 'P5', 'SCORE')
), event as (
    select e.issue_no, count(*) as n,
           closing_sha256(string_agg(concat_ws('|', e.type, e.actor, coalesce(e.holder, '-'),
                                               extract(epoch from e.occurred_at), e.payload), E'\n'
                                     order by e.occurred_at, e.id)) as hash
      from issue_event e join issue using (issue_no), q
     where e.occurred_at < q.cut_off group by e.issue_no
), other as (
    select 'articles' as kind, concat_ws('|', a.article_no, a.type, a.actor, extract(epoch from a.occurred_at), a.payload) as text
      from article_event a, q where a.occurred_at >= q.starts_at and a.occurred_at < q.cut_off
    union all
    select 'learning', concat_ws('|', f.item_no, f.person, f.title, f.weight, f.step, f.evidence, f.actor,
                                 extract(epoch from f.occurred_at))
      from learning_item_fact f, q where f.period = q.period and f.occurred_at < q.cut_off
    union all
    select 'ratings', concat_ws('|', m.person, trim_scale(m.mean_2520)) from kpi_peer_mean m, q where m.period = q.period
    union all
    select 'membership', concat_ws('|', m.person, m.team_id, extract(epoch from greatest(m.from_at, q.starts_at)),
                                   extract(epoch from least(m.to_at, q.ends_at)))
      from kpi_membership m, q where m.from_at < q.ends_at and m.to_at > q.starts_at
    union all
    select 'absences', concat_ws('|', a.user_id, a.from_day, a.to_day)
      from absence a, q where a.ended_at is null and a.from_day < q.next_day and a.to_day >= q.first_day
    union all
    select 'calendar', concat_ws('|', d.day, d.working) from calendar_work_day d, q where d.day between q.first_day and q.last_day
)
select 'issueEvents', coalesce(sum(n), 0)::bigint,
       closing_sha256(string_agg(issue_no || ' ' || hash, E'\n' order by issue_no collate "C")) from event
union all
select k.kind, count(o.text), closing_sha256(string_agg(o.text, E'\n' order by o.text collate "C"))
  from (values ('articles'), ('learning'), ('ratings'), ('membership'), ('absences'), ('calendar')) k (kind)
  left join other o using (kind)
 group by k.kind
 order by 1
$$;
