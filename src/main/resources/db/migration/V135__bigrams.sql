-- Full text for Chinese that needs no extension: pairs of neighbouring characters, and Latin words
-- whole, both width- and case-folded. "订单超时 HTTP502" becomes 订单, 单超, 超时, 时, http502; the last
-- character of a run stands alone too, so that a prefix finds every single character.
create function issueloop_terms(source text) returns table (term text, alone boolean)
language sql immutable strict parallel safe as $$
    with run as (
        select m[1] as latin, m[2] as han, n
          from regexp_matches(lower(normalize(source, nfkc)),
                   '([a-z0-9_]+)|([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)', 'g')
               with ordinality as r (m, n)
    ), pair as (
        select c || coalesce(lead(c) over (partition by n order by i), '') as term, char_length(han) = 1 as alone
          from run, string_to_table(han, null) with ordinality as s (c, i)
         where han is not null
    )
    select left(latin, 64), true from run where latin is not null
    union
    select pair.term, pair.alone from pair
$$;

create function issueloop_bigrams(source text) returns tsvector
language sql immutable parallel safe as $$
    select coalesce(array_to_tsvector(array_agg(distinct term)), '') from issueloop_terms(source)
$$;

-- What a person typed, as a question to such a vector: all of its terms, or any of them. Latin words
-- and single characters are beginnings. Null where nothing can be looked for.
create function issueloop_query(source text, every boolean) returns tsquery
language sql immutable parallel safe as $$
    select string_agg(distinct '''' || term || case when alone then ''':*' else '''' end,
                      case when every then ' & ' else ' | ' end)::tsquery
      from issueloop_terms(source)
     where alone or char_length(term) > 1
$$;
