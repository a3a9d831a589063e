package io.issueloop.collaboration.weekly;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of written reports, and their documents. */
@Component
class WeeklyTable {

    private final JdbcClient jdbc;

    WeeklyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WeeklyLine> of(Week week, UserId person) {
        return jdbc.sql(
                        "select * from weekly_line where period = :period and handler = :person order by due_at, issue_no")
                .param("period", week.code())
                .param("person", person.value())
                .query(WeeklyTable::line)
                .list();
    }

    List<WeeklyLine> of(Week week, TeamId team) {
        return jdbc.sql(
                        "select * from weekly_line where period = :period and team_id = :team order by due_at, issue_no")
                .param("period", week.code())
                .param("team", team.value())
                .query(WeeklyTable::line)
                .list();
    }

    /** A document's id, empty where a person wrote it, and its address. */
    record Document(String id, String url) {}

    Optional<Document> document(Week week, TeamId team) {
        return jdbc.sql(
                        "select document_id, url from weekly_document where period = :period and team_id = :team")
                .param("period", week.code())
                .param("team", team.value())
                .query((row, n) -> new Document(row.getString(1), row.getString(2)))
                .optional();
    }

    void keep(Week week, TeamId team, Document document) {
        jdbc.sql(
                        """
                insert into weekly_document (period, team_id, document_id, url) values (:period, :team, :id, :url)
                on conflict (period, team_id) do update set document_id = excluded.document_id, url = excluded.url
                """)
                .param("period", week.code())
                .param("team", team.value())
                .param("id", document.id())
                .param("url", document.url())
                .update();
    }

    private static WeeklyLine line(ResultSet row, int index) throws SQLException {
        return new WeeklyLine(
                IssueNo.of(row.getString("issue_no")),
                row.getString("title").strip(),
                UserId.of(row.getString("handler")),
                row.getBoolean("open"),
                row.getBoolean("solved"),
                row.getBoolean("overdue"),
                row.getBoolean("due_next"),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable((Integer) row.getObject("stars")));
    }
}
