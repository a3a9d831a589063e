package io.issueloop.collaboration;

import io.issueloop.issue.IssueNo;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which calendar entry belongs to which issue. */
@Component
class AgendaEntries {

    private final JdbcClient jdbc;

    AgendaEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(IssueNo issueNo) {
        return jdbc.sql("select entry_id from agenda_entry where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .query(String.class)
                .optional();
    }

    void keep(IssueNo issueNo, String entryId) {
        jdbc.sql(
                        """
                insert into agenda_entry (issue_no, entry_id) values (:issueNo, :entryId)
                on conflict (issue_no) do update set entry_id = excluded.entry_id
                """)
                .param("issueNo", issueNo.value())
                .param("entryId", entryId)
                .update();
    }

    void forget(IssueNo issueNo) {
        jdbc.sql("delete from agenda_entry where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .update();
    }
}
