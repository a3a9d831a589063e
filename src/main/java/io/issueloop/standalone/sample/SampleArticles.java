package io.issueloop.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes articles of some sample issues, as their handlers would have written them and their leads
 * have approved them, so that the knowledge base has something to find.
 */
@Component
class SampleArticles {

    private final JdbcClient jdbc;

    SampleArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of each description, the newest first, at most eight, all before yesterday. */
    @Transactional
    public void write(Instant now) {
        articles(now.minus(Duration.ofDays(1)));
        events("CREATED", "a.created_by", "a.created_at");
        events("SUBMITTED", "a.created_by", "a.submitted_at");
        events("PUBLISHED", "a.reviewer", "a.published_at");
    }

    private void articles(Instant before) {
        jdbc.sql(
                        """
                insert into article (article_no, version, issue_no, team_id, title, problem, cause, solution,
                                     verification, tags, authors, status, created_by, created_at, reviewer, comment,
                                     submitted_at, published_at)
                select 'KB-' || to_char(closed_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-'
                           || lpad(nextval('article_serial')::text, 4, '0'),
                       3, issue_no, team_id, left(description, 40), description, cause, measures, verification,
                       concat_ws(' ', category, sub_category), jsonb_build_object(handler, 1), 'PUBLISHED', handler,
                       closed_at, lead, '', closed_at + interval '5 minutes', closed_at + interval '50 minutes'
                  from (select distinct on (i.description) i.*, t.lead
                          from issue i join team t using (team_id)
                         where i.status = 'CLOSED' and t.lead <> i.handler and i.cause <> '' and i.measures <> ''
                           and i.verification <> '' and i.closed_at < :before
                         order by i.description, i.closed_at desc) newest
                 order by closed_at desc limit 8
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void events(String type, String actor, String at) {
        jdbc.sql(
                        """
                insert into article_event (article_no, type, actor, occurred_at, recorded_at, payload)
                select a.article_no, '%1$s', %2$s, %3$s, %3$s,
                       jsonb_build_object('title', a.title, 'issueNo', a.issue_no, 'shares', a.authors,
                                          'comment', '', 'reviewer', a.reviewer)
                  from article a order by a.article_no
                """
                                .formatted(type, actor, at))
                .update();
    }
}
