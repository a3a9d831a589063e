package io.issueloop.web.api;

import io.issueloop.issue.IssueFilter;
import io.issueloop.issue.IssueOrder;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people and pages write to narrow and order a list of issues; anything else is refused. */
final class IssueListWords {

    private static final Map<String, IssueOrder.Column> COLUMNS =
            Map.ofEntries(
                    Map.entry("issueNo", IssueOrder.Column.ISSUE_NO),
                    Map.entry("status", IssueOrder.Column.STATUS),
                    Map.entry("urgency", IssueOrder.Column.URGENCY),
                    Map.entry("category", IssueOrder.Column.CATEGORY),
                    Map.entry("project", IssueOrder.Column.PROJECT),
                    Map.entry("team", IssueOrder.Column.TEAM),
                    Map.entry("handler", IssueOrder.Column.HANDLER),
                    Map.entry("reporter", IssueOrder.Column.REPORTER),
                    Map.entry("reportedAt", IssueOrder.Column.REPORTED_AT),
                    Map.entry("dueAt", IssueOrder.Column.DUE_AT),
                    Map.entry("resolvedAt", IssueOrder.Column.RESOLVED_AT),
                    Map.entry("closedAt", IssueOrder.Column.CLOSED_AT),
                    Map.entry("stars", IssueOrder.Column.STARS));

    private IssueListWords() {}

    static IssueOrder order(@Nullable String sort) {
        if (text(sort).isEmpty()) {
            return IssueOrder.NEWEST_FIRST;
        }
        var wanted = text(sort).orElseThrow();
        var descending = wanted.startsWith("-");
        var column = COLUMNS.get(descending ? wanted.substring(1) : wanted);
        if (column == null) {
            throw new InvalidRequest("不能按“%s”排序".formatted(wanted));
        }
        return new IssueOrder(column, descending);
    }

    static <T> List<T> each(
            @Nullable List<String> words, Function<String, Optional<T>> known, String unknown) {
        return texts(words).stream()
                .map(
                        word ->
                                known.apply(word)
                                        .orElseThrow(
                                                () -> new InvalidRequest(unknown.formatted(word))))
                .toList();
    }

    static List<String> texts(@Nullable List<String> words) {
        return words == null
                ? List.of()
                : words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    static List<TeamId> teams(@Nullable List<Long> teams) {
        return teams == null
                ? List.of()
                : teams.stream().filter(Objects::nonNull).map(TeamId::of).toList();
    }

    static Optional<LocalDate> day(@Nullable String given) {
        try {
            return text(given).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw new InvalidRequest("日期“%s”应写成 2026-11-22 的样子".formatted(given));
        }
    }

    static Optional<IssueFilter.Due> due(@Nullable String given) {
        return text(given)
                .map(
                        word ->
                                switch (word) {
                                    case "overdue" -> IssueFilter.Due.OVERDUE;
                                    case "today" -> IssueFilter.Due.TODAY;
                                    case "soon" -> IssueFilter.Due.SOON;
                                    default ->
                                            throw new InvalidRequest("due 应为 overdue、today 或 soon");
                                });
    }

    static Optional<UserId> person(@Nullable String given, Caller caller) {
        try {
            return text(given).map(who -> who.equals("me") ? caller.userId() : UserId.of(who));
        } catch (IllegalArgumentException notAUserId) {
            throw new InvalidRequest("“%s”不是有效的 userid".formatted(given));
        }
    }

    static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
    }
}
