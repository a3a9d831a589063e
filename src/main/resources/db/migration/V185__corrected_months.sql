-- What an upheld appeal corrected in a quarter is corrected in its months as well, until it is locked
-- (kpi.md §5): they are computed again after it, as the quarter is.
create or replace function kpi_people_changed(p_start timestamptz, p_end timestamptz, p_cut_off timestamptz, p_since timestamptz)
returns boolean language sql stable as $$
    select exists (select from article_event where recorded_at > p_since
                      and occurred_at >= p_start and occurred_at < p_cut_off)
        or exists (select from peer_round where closed_at > p_since and closed_at >= p_start
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from learning_item_fact where occurred_at > p_since and occurred_at < p_cut_off
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from kpi_correction where occurred_at > p_since
                      and period = to_char(p_start at time zone 'Asia/Shanghai', 'YYYY"Q"Q'))
        or exists (select from absence where greatest(entered_at, ended_at) > p_since
                      and from_day < (p_end at time zone 'Asia/Shanghai')::date
                      and to_day >= (p_start at time zone 'Asia/Shanghai')::date)
$$;
