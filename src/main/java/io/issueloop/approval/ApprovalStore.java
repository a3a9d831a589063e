package io.issueloop.approval;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of approvals. */
@Component
class ApprovalStore {

    private static final String SELECT =
            """
            select issue_no, state, rule, applicant, array_to_string(approvers, ',') as approvers,
                   array_to_string(deputies, ',') as deputies, array_to_string(copied, ',') as copied,
                   array_to_string(impact_words, ',') as impact_words, form_no, requested_at, manual_at,
                   remind_at, substitute_at, escalate_at, manual_opened, urged, acted_first_by,
                   decided_at, revoked_later
              from approval
            """;

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Approval> find(IssueNo issueNo) {
        return one(SELECT + "where issue_no = :key", issueNo.value());
    }

    /** Whoever comes second waits here until the first has finished. */
    Optional<Approval> lock(IssueNo issueNo) {
        return one(SELECT + "where issue_no = :key for update", issueNo.value());
    }

    Optional<Approval> lockByForm(String formNo) {
        return one(SELECT + "where form_no = :key for update", formNo);
    }

    Optional<Approval> findByForm(String formNo) {
        return one(SELECT + "where form_no = :key", formNo);
    }

    /** The forms somebody may still decide on, oldest first. */
    List<String> openForms() {
        return jdbc.sql(
                        "select form_no from approval where state = 'WAITING' and form_no is not null order by requested_at")
                .query(String.class)
                .list();
    }

    private Optional<Approval> one(String sql, String key) {
        return jdbc.sql(sql).param("key", key).query(ApprovalStore::approval).optional();
    }

    void add(Approval approval) {
        jdbc.sql(
                        """
                insert into approval (issue_no, state, rule, applicant, approvers, deputies, copied, impact_words,
                       requested_at, manual_at, remind_at, substitute_at, escalate_at, manual_opened, urged,
                       revoked_later)
                values (:issueNo, :state, :rule, :applicant, string_to_array(:approvers, ','), '{}',
                       string_to_array(:copied, ','), string_to_array(:words, ','), :requestedAt, :manualAt,
                       :remindAt, :substituteAt, :escalateAt, false, 0, false)
                """)
                .param("issueNo", approval.issueNo().value())
                .param("state", approval.state().name())
                .param("rule", approval.rule().name())
                .param("applicant", approval.applicant().value())
                .param("approvers", joined(approval.approvers()))
                .param("copied", joined(approval.copied()))
                .param("words", String.join(",", approval.impactWords()))
                .param("requestedAt", utc(approval.requestedAt()))
                .param("manualAt", utc(approval.times().manualAt()))
                .param("remindAt", utc(approval.times().remindAt()))
                .param("substituteAt", utc(approval.times().substituteAt()))
                .param("escalateAt", utc(approval.times().escalateAt()))
                .update();
    }

    void decided(IssueNo issueNo, ApprovalState state, Instant at) {
        change(issueNo, "state = :value, decided_at = '" + utc(at) + "'", state.name());
    }

    void accepted(IssueNo issueNo, String formNo) {
        change(issueNo, "form_no = :value", formNo);
    }

    void urged(IssueNo issueNo, int stage, List<UserId> deputies) {
        change(
                issueNo,
                "urged = " + stage + ", deputies = string_to_array(:value, ',')",
                joined(deputies));
    }

    void manualOpened(IssueNo issueNo) {
        change(issueNo, "manual_opened = (:value = 'true')", "true");
    }

    void actedFirst(IssueNo issueNo, UserId by) {
        change(issueNo, "acted_first_by = :value", by.value());
    }

    void revokedLater(IssueNo issueNo) {
        change(issueNo, "revoked_later = (:value = 'true')", "true");
    }

    private void change(IssueNo issueNo, String what, String value) {
        jdbc.sql("update approval set " + what + " where issue_no = :issueNo")
                .param("issueNo", issueNo.value())
                .param("value", value)
                .update();
    }

    private static Approval approval(ResultSet row, int index) throws SQLException {
        return new Approval(
                IssueNo.of(row.getString("issue_no")),
                ApprovalState.valueOf(row.getString("state")),
                ApprovalRule.valueOf(row.getString("rule")),
                UserId.of(row.getString("applicant")),
                people(row.getString("approvers")),
                people(row.getString("deputies")),
                people(row.getString("copied")),
                words(row.getString("impact_words")),
                row.getString("form_no"),
                required(row, "requested_at"),
                new Approval.Times(
                        required(row, "manual_at"),
                        required(row, "remind_at"),
                        required(row, "substitute_at"),
                        required(row, "escalate_at")),
                row.getBoolean("manual_opened"),
                row.getInt("urged"),
                Optional.ofNullable(row.getString("acted_first_by")).map(UserId::of).orElse(null),
                time(row, "decided_at"),
                row.getBoolean("revoked_later"));
    }

    private static String joined(List<UserId> people) {
        return people.stream().map(UserId::value).collect(Collectors.joining(","));
    }

    private static List<UserId> people(String joined) {
        return words(joined).stream().map(UserId::of).toList();
    }

    private static List<String> words(String joined) {
        return Arrays.stream(joined.split(",")).filter(word -> !word.isEmpty()).toList();
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
