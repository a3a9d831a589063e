-- Facts of some issues only (p_only; null: of all), so that a change costs what changed, not what there
-- is. The functions are those of before, with this one condition more.

drop function kpi_facts(text[], timestamptz, timestamptz, timestamptz, timestamptz);
drop function kpi_outcomes(text, timestamptz, timestamptz, timestamptz);
drop function kpi_moves(timestamptz, timestamptz, timestamptz);

-- What moves a due time or settles it, as of a period: the union of pauses, and resolutions.
create function kpi_moves(p_end timestamptz, p_cut_off timestamptz, p_as_of timestamptz, p_only text[])
returns table (issue_no text, kind text, from_at timestamptz, to_at timestamptz) language sql stable as $$
    select p.issue_no, 'PAUSE', lower(span), upper(span)
      from (select issue_no,
                   range_agg(tstzrange(paused_at, greatest(paused_at, least(ends_at, counts_until, p_as_of)))) as spans
              from kpi_pause
             where paused_at < p_as_of and (p_only is null or issue_no = any(p_only)) group by issue_no) p
     cross join lateral unnest(p.spans) span
    union all
    select s.issue_no, 'RESOLVED', s.resolved_at, case when s.reopened_at < p_cut_off then s.reopened_at end
      from kpi_stood_resolved s
     where s.resolved_at < p_end and (p_only is null or s.issue_no = any(p_only))
$$;

-- One row per issue that can matter to a period, as of that period (kpi.md §1, §9): events before its
-- end, and of issues resolved in it also reopenings, withdrawals and links before the cut-off.
-- Left out are issues that were created and effectively resolved before it began.
create function kpi_facts(p_names text[], p_start timestamptz, p_end timestamptz, p_cut_off timestamptz,
                          p_as_of timestamptz, p_only text[])
returns table (
    issue_no text, created_at timestamptz, reporter text, team_id bigint, due_at timestamptz,
    resolved_at timestamptz, resolved_within boolean, resolver text,
    left_reason text, baseline_reason text, imported_baseline boolean, duplicate_reason text, left_at timestamptz,
    link_kind text, double_submit boolean, stars integer, shares jsonb, confirmed boolean,
    work_seconds bigint, wall_seconds bigint)
language sql stable as $$
with outcome as (
    select distinct on (issue_no) issue_no, type, occurred_at, actor, (payload ->> 'teamId')::bigint as team_id
      from issue_event
     where type in ('RESOLVED', 'REOPENED') and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), look_back as (
    select issue_no, bool_or(type = 'REOPENED') as reopened, min(occurred_at) filter (where type = 'WITHDRAWN') as withdrawn_at
      from issue_event
     where type in ('REOPENED', 'WITHDRAWN') and occurred_at >= p_end and occurred_at < p_cut_off
       and (p_only is null or issue_no = any(p_only))
     group by issue_no
), candidate as (
    select r.issue_no, r.occurred_at as created_at, coalesce(r.payload ->> 'reporter', r.actor) as reporter,
           coalesce((r.payload ->> 'test')::boolean, false) as test, r.payload -> 'baseline' as baseline,
           o.type is not distinct from 'RESOLVED' and o.occurred_at >= p_start as looked_back,
           case when o.type = 'RESOLVED' and not (o.occurred_at >= p_start and coalesce(b.reopened, false))
                then o.occurred_at end as resolved_at,
           o.actor as resolved_by, o.team_id as resolved_team,
           case when o.type = 'RESOLVED' and o.occurred_at >= p_start then b.withdrawn_at end as withdrawn_later
      from issue_event r
      left join outcome o using (issue_no)
      left join look_back b using (issue_no)
     where r.type = 'REPORTED' and r.occurred_at < p_end
       and (p_only is null or r.issue_no = any(p_only))
       and (r.occurred_at >= p_start or o.type is distinct from 'RESOLVED' or o.occurred_at >= p_start)
), ended as (
    select distinct on (issue_no) issue_no, type, occurred_at
      from issue_event
     where type in ('INVALIDATED', 'WONT_FIX', 'WITHDRAWN', 'REOPENED') and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), assigned as (
    select distinct on (issue_no) issue_no, (payload ->> 'teamId')::bigint as team_id,
           coalesce(payload ->> 'handler', holder) as handler
      from issue_event
     where type = 'ASSIGNED' and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), promised as (
    select distinct on (issue_no) issue_no, occurred_at, (payload ->> 'dueAt')::timestamptz as due_at
      from issue_event
     where type = 'SERVICE_LEVEL_SET' and occurred_at < p_end
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), moves as materialized (
    select * from kpi_moves(p_end, p_end, p_as_of, p_only)
), due as (
    select p.issue_no, (kpi_course(p.due_at, null, m.kind, m.from_at, m.to_at order by m.from_at, m.kind)).due as due_at
      from promised p
      join moves m on m.issue_no = p.issue_no and m.from_at >= p.occurred_at
     where m.kind = 'PAUSE' or m.to_at is not null
     group by p.issue_no
), duplicate as (
    select distinct on (i.issue_no) i.issue_no, l.target, l.linked_at
      from candidate i join kpi_link l on l.issue_no = i.issue_no and l.kind = 'DUPLICATE_REPORT'
     where l.linked_at < case when i.looked_back then p_cut_off else p_end end
       and coalesce(l.unlinked_at >= case when i.looked_back then p_cut_off else p_end end, true)
     order by i.issue_no, l.linked_at
), repeat as (
    select distinct on (i.issue_no) i.issue_no, l.kind,
           bool_or(l.kind = 'DUPLICATE_REPORT' and coalesce(t.payload ->> 'reporter', t.actor) = i.reporter
                   and i.created_at - t.occurred_at between interval '0' and interval '10 minutes')
               over (partition by i.issue_no) as double_submit
      from candidate i
      join kpi_link l on l.issue_no = i.issue_no
      left join issue_event t on t.issue_no = l.target and t.type = 'REPORTED'
     where i.created_at >= p_start and l.linked_at < p_cut_off and coalesce(l.unlinked_at >= p_cut_off, true)
     order by i.issue_no, l.kind
), rated as (
    select distinct on (i.issue_no) i.issue_no, (e.payload ->> 'stars')::integer as stars
      from candidate i
      join issue_event e on e.issue_no = i.issue_no and e.type = 'RATED' and e.actor = i.reporter
                        and e.occurred_at >= i.resolved_at and e.occurred_at < p_cut_off
     order by i.issue_no, e.occurred_at desc, e.id desc
), shared as (
    select distinct on (issue_no) issue_no, payload -> 'shares' as shares
      from issue_event
     where type = 'SHARES_AGREED' and occurred_at < p_cut_off
       and (p_only is null or issue_no = any(p_only))
     order by issue_no, occurred_at desc, id desc
), confirmed as (
    select distinct i.issue_no
      from candidate i
      join issue_event e on e.issue_no = i.issue_no and e.type = 'RESOLUTION_CONFIRMED' and e.actor <> i.reporter
                        and e.occurred_at >= i.resolved_at and e.occurred_at < p_end
), gap as (
    select issue_no, range_agg(tstzrange(from_at, to_at)) as spans from moves
     where kind = 'PAUSE' or to_at is not null group by issue_no
), span as (
    select i.issue_no, i.created_at, coalesce(i.resolved_at, p_as_of) as until, g.spans is null as plain,
           tstzmultirange(tstzrange(i.created_at, greatest(i.created_at, coalesce(i.resolved_at, p_as_of))))
           - coalesce(g.spans, '{}') as spans
      from candidate i left join gap g using (issue_no)
)
select i.issue_no, i.created_at, i.reporter,
       case when i.resolved_at is not null then coalesce(i.resolved_team, a.team_id) else a.team_id end,
       coalesce(d.due_at, p.due_at),
       i.resolved_at, coalesce(i.resolved_at >= p_start, false),
       case when i.resolved_at is null then null
            when i.resolved_by = 'issueloop' then coalesce(a.handler, i.resolved_by) else i.resolved_by end,
       case when i.test then '测试数据'
            when e.type = 'INVALIDATED' then '无效问题'
            when (e.type = 'WITHDRAWN' or i.withdrawn_later is not null) and not exists (
                 select 1 from issue_event x where x.issue_no = i.issue_no and x.type = 'ACCEPTED'
                    and x.occurred_at <= coalesce(i.withdrawn_later, e.occurred_at)) then '接单前已撤回'
            when e.type = 'WONT_FIX' then '经负责人确认不予处理' end,
       case when i.baseline is not null and not i.baseline ?| p_names then '历史基线数据，不计入本周期' end,
       i.baseline is not null,
       '重复提报，已并入 ' || u.target,
       case when i.test then i.created_at else coalesce(e.occurred_at, u.linked_at) end,
       r.kind, coalesce(r.double_submit, false), s.stars, h.shares, c.issue_no is not null,
       case when n.plain then greatest(work_seconds(n.until) - work_seconds(n.created_at), 0)
            else kpi_work_seconds(n.spans) end,
       case when n.plain then greatest(floor(date_part('epoch', n.until - n.created_at)), 0)::bigint
            else kpi_wall_seconds(n.spans) end
  from candidate i
  join span n using (issue_no)
  left join ended e using (issue_no)
  left join assigned a using (issue_no)
  left join promised p using (issue_no)
  left join due d using (issue_no)
  left join duplicate u using (issue_no)
  left join repeat r using (issue_no)
  left join rated s using (issue_no)
  left join shared h using (issue_no)
  left join confirmed c using (issue_no)
$$;

-- The first outcome of every assignment segment, as of a period (kpi.md §4 P2).
create function kpi_outcomes(p_kind text, p_end timestamptz, p_cut_off timestamptz, p_as_of timestamptz, p_only text[])
returns table (issue_no text, id bigint, person text, from_at timestamptz, to_at timestamptz,
               wrongly_assigned boolean, due timestamptz, outcome text, at timestamptz)
language sql stable as $$
with moves as materialized (
    select * from kpi_moves(p_end, p_cut_off, p_as_of, p_only)
), moved as materialized (
    select distinct issue_no from moves where kind = 'PAUSE' or to_at is not null
), segment as materialized (
    select s.*, v.issue_no is not null as moved
      from kpi_segment s left join moved v using (issue_no)
     where s.from_at < p_end
       and (p_only is null or s.issue_no = any(p_only))
), course as (
    -- nearly all: nothing moved the due time, so the first resolution decides
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned,
           case when min(m.from_at) is null then (s.personal_due_at, null, null)::kpi_course
                when min(m.from_at) <= s.personal_due_at then (s.personal_due_at, 'ONTIME', min(m.from_at))::kpi_course
                else (s.personal_due_at, 'LATE', s.personal_due_at)::kpi_course end as course
      from segment s
      left join moves m on m.issue_no = s.issue_no and m.from_at >= s.from_at
                       and m.from_at <= coalesce(s.to_at, 'infinity')
     where not s.moved
     group by s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned, s.personal_due_at
    union all
    select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned,
           kpi_course(s.personal_due_at, p_kind, m.kind, greatest(m.from_at, s.from_at), m.to_at
                      order by m.from_at, m.kind)
      from segment s
      left join moves m
        on m.issue_no = s.issue_no and m.from_at <= coalesce(s.to_at, 'infinity')
       and case m.kind when 'PAUSE' then m.to_at > s.from_at else m.from_at >= s.from_at end
     where s.moved
     group by s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned
), settled as (
    select c.issue_no, c.id, c.person, c.from_at, case when c.to_at < p_end then c.to_at end as to_at, c.wrongly_assigned,
           (c.course).due,
           case when (c.course).outcome is not null then (c.course).outcome
                when (c.course).due < least(c.to_at, p_as_of) then 'LATE' end as outcome,
           coalesce((c.course).at, (c.course).due) as at
      from course c
)
select s.issue_no, s.id, s.person, s.from_at, s.to_at, s.wrongly_assigned, s.due,
       case when s.wrongly_assigned or s.outcome = 'LATE' and s.at < s.from_at then null
            when s.outcome = 'LATE' and s.id > min(s.id) filter (
                 where s.outcome = 'LATE' and not s.wrongly_assigned and s.at >= s.from_at)
                 over (partition by s.issue_no, s.person) then 'LATE_BEFORE'
            else s.outcome end,
       case when s.outcome is not null then s.at end
  from settled s
$$;

-- What a period was computed with; another version or statement asks for all of it again.
alter table kpi_owed_period
    add column definition_version integer,
    add column calendar_version   integer,
    add column statements         text;

-- Issues that were open when a running period was last computed: time alone changes their lines.
create table kpi_open_issue (
    period   text not null,
    issue_no text not null,
    primary key (period, issue_no)
);

create index kpi_line_of_issue on kpi_line (period, issue_no);

-- Whether facts about people that concern a period were recorded since it was computed.
create function kpi_people_changed(p_start timestamptz, p_end timestamptz, p_cut_off timestamptz, p_since timestamptz)
returns boolean language sql stable as $$
    select exists (select from article_event where recorded_at > p_since
                      and occurred_at >= p_start and occurred_at < p_cut_off)
        or exists (select from peer_round where closed_at > p_since and closed_at >= p_start
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from learning_item_fact where occurred_at > p_since and occurred_at < p_cut_off
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from absence where greatest(entered_at, ended_at) > p_since
                      and from_day < (p_end at time zone 'Asia/Shanghai')::date
                      and to_day >= (p_start at time zone 'Asia/Shanghai')::date)
$$;
