package io.issueloop.issue.imports;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a row becomes: facts in the order they happened, and where they lead.
 *
 * @param promise absent where nobody holds it yet: the process promises then
 */
record NewFacts(
        IssueNo issueNo,
        ImportRow row,
        Category category,
        Optional<Promise> promise,
        Optional<IssueNo> linkedTo,
        List<IssueEvent> events) {

    /** Main and sub category, as the file or the table says. */
    record Category(Optional<String> main, Optional<String> sub) {}

    record Promise(Duration serviceLevel, Instant dueAt, TeamId team) {}

    /** A sentence for 处理说明. */
    Optional<String> note() {
        if (row.closedAt().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                row.isDuplicate()
                        ? "与 %s 重复，已并入".formatted(linkedTo.map(IssueNo::value).orElse(""))
                        : "由历史数据导入");
    }
}
