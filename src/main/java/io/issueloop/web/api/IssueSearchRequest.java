package io.issueloop.web.api;

import io.issueloop.issue.IssueFilter;
import io.issueloop.issue.IssueQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.Excerpt;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Query of {@code GET /api/issues} and its neighbours; a person may be {@code me}. */
record IssueSearchRequest(
        @Parameter(description = "状态，可重复或以逗号分隔，如 待接单,处理中") @Nullable List<String> status,
        @Parameter(description = "紧急程度，可多个") @Nullable List<String> urgency,
        @Parameter(description = "分类，可多个") @Nullable List<String> category,
        @Parameter(description = "处理团队（企业微信部门）编号，可多个") @Nullable List<Long> team,
        @Parameter(description = "关联项目，可多个") @Nullable List<String> project,
        @Parameter(description = "处理人 userid，me 为自己，none 为未指派") @Nullable String handler,
        @Parameter(description = "提报人 userid，me 为自己") @Nullable String reporter,
        @Parameter(description = "点过“我也遇到”的人 userid，me 为自己") @Nullable String follower,
        @Parameter(description = "overdue 已超时，today 今天到期，soon 三天内到期") @Nullable String due,
        @Parameter(description = "提报日期不早于，如 2026-11-01") @Nullable String from,
        @Parameter(description = "提报日期不晚于，如 2026-11-30") @Nullable String until,
        @Parameter(description = "true：只看重大问题") @Nullable Boolean major,
        @Parameter(description = "编号或描述中的文字") @Nullable String q,
        @Parameter(description = "排序的列，如 dueAt；-dueAt 为降序；默认 -reportedAt") @Nullable String sort,
        @Parameter(description = "页码，从 0 开始") @Nullable Integer page,
        @Parameter(description = "每页条数，1–200，默认 20") @Nullable Integer size) {

    /**
     * @throws InvalidRequest when a value is not one people know
     */
    IssueQuery query(Caller caller, Instant now) {
        var number = page == null ? 0 : page;
        var length = size == null ? 20 : size;
        if (number < 0 || length < 1 || length > 200) {
            throw new InvalidRequest("page 从 0 开始，size 应为 1–200");
        }
        return new IssueQuery(filter(caller, now), IssueListWords.order(sort), number, length);
    }

    /**
     * @throws InvalidRequest when a value is not one people know
     */
    IssueFilter filter(Caller caller, Instant now) {
        return filterOfAllTeams(caller, now).teams(IssueListWords.teams(team));
    }

    /** The same, whichever team: what waits for triage has none yet. */
    IssueFilter filterOfAllTeams(Caller caller, Instant now) {
        var filter =
                IssueFilter.all()
                        .statuses(IssueListWords.each(status, IssueStatus::labelled, "没有名为“%s”的状态"))
                        .urgencies(IssueListWords.each(urgency, Urgency::labelled, "没有名为“%s”的紧急程度"))
                        .categories(IssueListWords.texts(category))
                        .projects(IssueListWords.texts(project));
        people(filter, caller);
        IssueListWords.day(from).ifPresent(filter::reportedFrom);
        IssueListWords.day(until).ifPresent(filter::reportedUntil);
        IssueListWords.due(due).ifPresent(wanted -> filter.due(wanted, now));
        IssueListWords.text(q).ifPresent(filter::containing);
        return Boolean.TRUE.equals(major) ? filter.majorOnly() : filter;
    }

    private void people(IssueFilter filter, Caller caller) {
        if ("none".equals(handler)) {
            filter.withoutHandler();
        } else {
            IssueListWords.person(handler, caller).ifPresent(filter::handledBy);
        }
        IssueListWords.person(reporter, caller).ifPresent(filter::reportedBy);
        IssueListWords.person(follower, caller).ifPresent(filter::followedBy);
    }

    /** For the record of exports: the conditions that were given. */
    String inWords() {
        var words = new StringJoiner(" ");
        Stream.of(status, urgency, category, team, project)
                .filter(Objects::nonNull)
                .forEach(list -> words.add(list.toString()));
        add(words, "handler", handler);
        add(words, "reporter", reporter);
        add(words, "follower", follower);
        add(words, "due", due);
        add(words, "from", from);
        add(words, "until", until);
        add(words, "q", q);
        return Excerpt.of(words.length() == 0 ? "all" : words.toString(), 500);
    }

    private static void add(StringJoiner words, String name, @Nullable String given) {
        IssueListWords.text(given).ifPresent(text -> words.add(name + "=" + text));
    }
}
