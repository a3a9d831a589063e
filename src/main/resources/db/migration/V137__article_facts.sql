-- KPI facts of P3 (kpi.md §4): articles first published after the review of another person.

-- One row per article: its first publication, and the submission that was approved.
create view kpi_article as
select distinct on (p.article_no) p.article_no, p.payload ->> 'issueNo' as issue_no, p.payload ->> 'title' as title,
       (select max(s.occurred_at) from article_event s
         where s.article_no = p.article_no and s.type = 'SUBMITTED'
           and (s.occurred_at, s.id) < (p.occurred_at, p.id)) as submitted_at,
       p.occurred_at as published_at, p.actor as reviewer, p.payload -> 'shares' as shares
  from article_event p
 where p.type = 'PUBLISHED' and not (p.payload -> 'shares') ? p.actor
 order by p.article_no, p.occurred_at, p.id;

-- The lines of a period, one per article and author. An article counts in the period it was submitted
-- in when it was approved before that period's cut-off, else in the one it was published in; once.
create function kpi_articles(p_kind text, p_start timestamptz, p_end timestamptz, p_cut_off timestamptz)
returns table (article_no text, issue_no text, title text, person text, included boolean, reason text, share numeric)
language sql stable as $$
    with published as (
        select a.*, case when published_at < kpi_cut_off(p_kind, submitted_at) then submitted_at
                         else published_at end as credited_at
          from kpi_article a where published_at < p_cut_off
    ), waiting as (
        select distinct on (s.article_no) s.article_no, s.payload, s.occurred_at
          from article_event s
         where s.type = 'SUBMITTED' and s.occurred_at >= p_start and s.occurred_at < p_end
           and not exists (select 1 from published p where p.article_no = s.article_no)
         order by s.article_no, s.occurred_at desc, s.id desc
    )
    select p.article_no, p.issue_no, p.title, s.key, true,
           case when p.published_at < p_end then '周期内发布' else '周期内提交，截止前通过审核' end
           || '，份额 ' || trim_scale(s.value::numeric), s.value::numeric
      from published p cross join lateral jsonb_each_text(p.shares) s
     where p.credited_at >= p_start and p.credited_at < p_end
    union all
    select w.article_no, w.payload ->> 'issueNo', w.payload ->> 'title', s.key, false, '已提交，截止前未通过审核', 0
      from waiting w cross join lateral jsonb_each_text(w.payload -> 'shares') s
$$;

-- The raw count shown beside it.
create view kpi_document as
select kind, subject, person, created_at from document_created;
