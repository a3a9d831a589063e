-- Issues that read alike: pairs of neighbouring characters and Latin words (issueloop_terms, V135, asked
-- when these functions run). The vectors stand beside the issue: it changes often, its description never.
create table issue_terms (
    issue_no text primary key,
    terms    tsvector not null
);

create index issue_terms_found on issue_terms using gin (terms);

create function issue_read() returns trigger language plpgsql as $$
begin
    insert into issue_terms (issue_no, terms) values (new.issue_no, issueloop_bigrams(new.description))
    on conflict (issue_no) do nothing;
    return null;
end $$;

create trigger issue_read after insert on issue for each row execute function issue_read();

-- The issues most like a text, 0 < score <= 1. Rare terms find, all terms are compared; what is common
-- the planner's statistics know (pg_stats), so that "系统" alone does not read half the table. A confirmed
-- duplicate answers with the issue it repeats.
create function issue_similar(p_text text, p_except text, p_limit integer)
returns table (issue_no text, score double precision) language plpgsql stable as $$
declare
    asked text[];
    weights double precision[];
    finders tsquery;
begin
    with stat as (
        select s.term, s.freq
          from pg_stats p, unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) s (term, freq)
         where p.schemaname = current_schema() and p.tablename = 'issue_terms' and p.attname = 'terms'
    ), term as (
        select t.term, coalesce(s.freq, 0) as freq
          from (select distinct t.term from issueloop_terms(left(p_text, 400)) t
                 where t.alone or char_length(t.term) > 1) t
          left join stat s using (term)
    ), ranked as (
        select t.*, row_number() over (order by freq, char_length(t.term) desc, t.term) as place,
               count(*) filter (where freq <= 0.02) over () as rare
          from term t
    )
    select array_agg(r.term), array_agg(least(1.0, greatest(0.1, -ln(greatest(freq, 0.002)) / 4))),
           string_agg('''' || r.term || '''', case when rare > 0 then ' | ' else ' & ' end)
               filter (where case when rare > 0 then freq <= 0.02 and place <= 24 else place <= 2 end)::tsquery
      into asked, weights, finders
      from ranked r;
    if finders is null then
        return;
    end if;
    return query
    with found as (
        select t.issue_no, length(t.terms) as size,
               (select sum(w) from unnest(asked, weights) a (term, w) where t.terms @@ ('''' || a.term || '''')::tsquery) as hit
          from issue_terms t
         where t.terms @@ finders and t.issue_no is distinct from p_except
    ), judged as (
        select f.issue_no,
               0.7 * f.hit / total.w + 0.3 * f.hit / sqrt(total.w * greatest(f.size, 1)) as score, f.hit / total.w as part
          from found f, (select sum(w) as w from unnest(weights) w) total
    ), best as (
        select coalesce(l.target, j.issue_no) as issue_no, max(j.score) as score
          from (select * from judged where part >= 0.4 order by judged.score desc limit 50) j
          left join issue_link l on l.issue_no = j.issue_no and l.kind = 'DUPLICATE_REPORT'
         group by 1
    )
    select b.issue_no, b.score::double precision
      from best b
      join issue i on i.issue_no = b.issue_no and i.status not in ('CANCELLED', 'INVALID')
     where b.issue_no is distinct from p_except
     order by b.score desc, b.issue_no desc
     limit p_limit;
end $$;
