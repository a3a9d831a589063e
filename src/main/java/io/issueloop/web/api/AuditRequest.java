package io.issueloop.web.api;

import io.issueloop.audit.AuditQuery;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Query of {@code GET /api/admin/audit}. */
record AuditRequest(
        @Parameter(description = "类别，如 QUARTER；默认全部") @Nullable String kind,
        @Parameter(description = "操作人 userid") @Nullable String actor,
        @Parameter(description = "操作人、对象或说明中的文字") @Nullable String q,
        @Parameter(description = "不早于这一天，如 2026-11-01") @Nullable String from,
        @Parameter(description = "不晚于这一天") @Nullable String until,
        @Parameter(description = "只要早于这一时刻的（翻页）") @Nullable String before) {

    /**
     * @throws InvalidRequest when a value is not one people know
     */
    AuditQuery query(Caller caller, int most) {
        var earliest =
                IssueListWords.day(from)
                        .map(day -> day.atStartOfDay(Zones.REPORTING).toInstant())
                        .orElse(Instant.EPOCH);
        var latest =
                IssueListWords.day(until)
                        .map(day -> day.plusDays(1).atStartOfDay(Zones.REPORTING).toInstant())
                        .orElse(Instant.parse("9999-01-01T00:00:00Z"));
        var page = cursor();
        return new AuditQuery(
                IssueListWords.text(kind),
                IssueListWords.person(actor, caller).map(UserId::value),
                IssueListWords.text(q),
                earliest,
                page.isBefore(latest) ? page : latest,
                most);
    }

    /** For the record of exports. */
    String inWords() {
        var words = new StringJoiner(" ");
        IssueListWords.text(kind).ifPresent(words::add);
        IssueListWords.text(actor).ifPresent(words::add);
        IssueListWords.text(q).ifPresent(words::add);
        IssueListWords.text(from).ifPresent(day -> words.add("≥" + day));
        IssueListWords.text(until).ifPresent(day -> words.add("≤" + day));
        return Excerpt.of(words.length() == 0 ? "all" : words.toString(), 500);
    }

    private Instant cursor() {
        try {
            return IssueListWords.text(before)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(Instant.MAX);
        } catch (DateTimeParseException notATime) {
            throw new InvalidRequest("before 应为带时区的时刻");
        }
    }
}
