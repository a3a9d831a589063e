package io.issueloop.knowledge;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for whom a document came into being: the raw count beside P3 (kpi.md §4). */
@Component
class CreatedDocuments {

    private final JdbcClient jdbc;
    private final Clock clock;

    CreatedDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void solution(IssueNo issueNo, UserId person) {
        add("SOLUTION", issueNo.value(), person);
    }

    void article(ArticleNo articleNo, UserId person) {
        add("ARTICLE", articleNo.value(), person);
    }

    /** The first one counts; a document made anew for the same thing does not. */
    private void add(String kind, String subject, UserId person) {
        jdbc.sql(
                        """
                insert into document_created (kind, subject, person, created_at)
                values (:kind, :subject, :person, :now)
                on conflict (kind, subject) do nothing
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("person", person.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
