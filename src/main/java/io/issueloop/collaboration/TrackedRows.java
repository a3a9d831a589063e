package io.issueloop.collaboration;

import io.issueloop.issue.IssueNo;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which row of the tracking table is which issue, and what was last said to a row without one. */
@Component
class TrackedRows {

    private final JdbcClient jdbc;

    TrackedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param note what the row's 处理说明 says while it has no issue
     * @param description the description last seen, where it was ever changed
     * @param urgency the urgency last seen
     * @param putRight what was last put right
     */
    record Tracked(
            String recordId,
            Optional<IssueNo> issueNo,
            Optional<String> note,
            Optional<String> description,
            Optional<String> urgency,
            String putRight) {}

    /**
     * Knows the row from now on and keeps every other transaction away from it until this one ends.
     */
    Tracked lock(String recordId) {
        return jdbc.sql(
                        """
                insert into tracking_row (record_id) values (:id)
                on conflict (record_id) do update set note = tracking_row.note
                returning *
                """)
                .param("id", recordId)
                .query(
                        (row, index) ->
                                new Tracked(
                                        row.getString("record_id"),
                                        Optional.ofNullable(row.getString("issue_no"))
                                                .map(IssueNo::of),
                                        Optional.ofNullable(row.getString("note")),
                                        Optional.ofNullable(row.getString("description")),
                                        Optional.ofNullable(row.getString("urgency")),
                                        Optional.ofNullable(row.getString("put_right")).orElse("")))
                .single();
    }

    void link(String recordId, IssueNo issueNo) {
        jdbc.sql(
                        """
                insert into tracking_row (record_id, issue_no) values (:id, :issueNo)
                on conflict (record_id) do update set issue_no = excluded.issue_no, note = null
                """)
                .param("id", recordId)
                .param("issueNo", issueNo.value())
                .update();
    }

    void note(String recordId, String note) {
        jdbc.sql("update tracking_row set note = :note where record_id = :id")
                .param("note", note)
                .param("id", recordId)
                .update();
    }

    Optional<String> rowOf(IssueNo issueNo) {
        return jdbc.sql("select record_id from tracking_row where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .query(String.class)
                .optional();
    }

    Optional<String> noteOf(String recordId) {
        return jdbc.sql(
                        "select note from tracking_row where record_id = :id and issue_no is null and note is not null")
                .param("id", recordId)
                .query(String.class)
                .optional();
    }

    void seen(String recordId, String description) {
        set(recordId, "description", description);
    }

    void seenUrgency(String recordId, String urgency) {
        set(recordId, "urgency", urgency);
    }

    void putRight(String recordId, String what) {
        set(recordId, "put_right", what);
    }

    private void set(String recordId, String column, String value) {
        jdbc.sql("update tracking_row set " + column + " = :value where record_id = :id")
                .param("value", value)
                .param("id", recordId)
                .update();
    }

    /** The description a row ought to show, where its reporter changed it. */
    Optional<String> descriptionOf(IssueNo issueNo) {
        return jdbc.sql(
                        "select description from tracking_row where issue_no = :issueNo and description is not null")
                .param("issueNo", issueNo.value())
                .query(String.class)
                .optional();
    }

    /** Its reporter took the issue back by deleting the row. */
    void gone(String recordId) {
        jdbc.sql("update tracking_row set gone = true where record_id = :id")
                .param("id", recordId)
                .update();
    }

    boolean isGone(IssueNo issueNo) {
        return jdbc.sql("select count(*) from tracking_row where issue_no = :issueNo and gone")
                        .param("issueNo", issueNo.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Forgets which row shows the issue: it was deleted by a member and is written again. */
    void forget(String recordId) {
        jdbc.sql("delete from tracking_row where record_id = :id").param("id", recordId).update();
    }
}
