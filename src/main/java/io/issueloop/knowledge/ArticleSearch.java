package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds articles by pairs of characters and Latin words, see {@code issueloop_bigrams}. */
@Component
class ArticleSearch {

    private static final int SUGGESTIONS = 3;

    private final JdbcClient jdbc;
    private final ArticleRows rows;

    ArticleSearch(JdbcClient jdbc, ArticleRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Those with the words in title or tags first, then by helpfulness and age. */
    ArticlePage page(String words, int page, int size) {
        if (!words.isBlank() && nothingToLookFor(words)) {
            return new ArticlePage(List.of(), 0);
        }
        var found =
                words.isBlank()
                        ? "status = 'PUBLISHED' and cast(:words as text) is not null"
                        : "status = 'PUBLISHED' and terms @@ issueloop_query(:words, true)";
        var total =
                jdbc.sql("select count(*) from article where " + found)
                        .param("words", words)
                        .query(Long.class)
                        .single();
        var items =
                jdbc.sql(
                                """
                select a.* from article a
                 where %s
                 order by coalesce(title_terms @@ issueloop_query(:words, true), false) desc,
                          (select count(*) from article_useful u where u.article_no = a.article_no) desc,
                          published_at desc, article_no desc
                 limit :size offset :offset
                """
                                        .formatted(found))
                        .param("words", words)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query(rows)
                        .list();
        return new ArticlePage(items, total);
    }

    /** A fifth of the text's terms, and at least two, must occur. */
    List<Article> similar(String text) {
        return jdbc.sql(
                        """
                with asked as materialized (
                    select tsvector_to_array(issueloop_bigrams(:text)) as terms, issueloop_query(:text, false) as query
                ), candidate as (
                    select a.*, ts_rank(a.terms, asked.query) as closeness
                      from article a, asked
                     where a.status = 'PUBLISHED' and a.terms @@ asked.query
                     order by closeness desc limit 30
                ), scored as (
                    select c.*, (select count(*) from unnest(asked.terms) t
                                  where t = any (tsvector_to_array(c.terms))) as hits,
                           cardinality(asked.terms) as wanted
                      from candidate c, asked
                )
                select * from scored where hits >= 2 and hits * 5 >= wanted
                 order by hits desc, closeness desc, published_at desc limit :limit
                """)
                .param("text", text)
                .param("limit", SUGGESTIONS)
                .query(rows)
                .list();
    }

    /**
     * Drafts and reviews that concern this member, newest first.
     *
     * @param absent whose reviews are this member's for a while
     */
    List<Article> unpublishedOf(UserId user, List<UserId> absent) {
        return jdbc.sql(
                        """
                select * from article
                 where status in ('DRAFT', 'IN_REVIEW')
                   and (created_by = :user or jsonb_exists(authors, :user)
                        or status = 'IN_REVIEW'
                           and (reviewer = :user
                                or reviewer = any (string_to_array(:absent, ','))
                                   and not jsonb_exists(authors, :user)))
                 order by created_at desc limit 50
                """)
                .param("user", user.value())
                .param(
                        "absent",
                        absent.stream().map(UserId::value).collect(Collectors.joining(",")))
                .query(rows)
                .list();
    }

    private boolean nothingToLookFor(String words) {
        return jdbc.sql("select issueloop_query(:words, true) is null")
                .param("words", words)
                .query(Boolean.class)
                .single();
    }
}
