package io.issueloop.web.api;

import io.issueloop.issue.IssueQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Query of {@code GET /api/issues}; a person may be {@code me}. */
record IssueSearchRequest(
        @Parameter(description = "状态，可重复或以逗号分隔，如 待接单,处理中") @Nullable List<String> status,
        @Parameter(description = "处理人 userid，me 为自己") @Nullable String handler,
        @Parameter(description = "提报人 userid，me 为自己") @Nullable String reporter,
        @Parameter(description = "关联项目") @Nullable String project,
        @Parameter(description = "编号或描述中的文字") @Nullable String q,
        @Parameter(description = "页码，从 0 开始") @Nullable Integer page,
        @Parameter(description = "每页条数，1–200，默认 20") @Nullable Integer size) {

    /**
     * @throws InvalidRequest when a value is not one people know
     */
    IssueQuery query(Caller caller) {
        var number = page == null ? 0 : page;
        var length = size == null ? 20 : size;
        if (number < 0 || length < 1 || length > 200) {
            throw new InvalidRequest("page 从 0 开始，size 应为 1–200");
        }
        return new IssueQuery(
                statuses(),
                person(handler, caller),
                person(reporter, caller),
                text(project),
                text(q),
                number,
                length);
    }

    private Set<IssueStatus> statuses() {
        var wanted = EnumSet.noneOf(IssueStatus.class);
        for (var word : status == null ? List.<String>of() : status) {
            if (!word.isBlank()) {
                wanted.add(
                        IssueStatus.labelled(word.strip())
                                .orElseThrow(
                                        () -> new InvalidRequest("没有名为“%s”的状态".formatted(word))));
            }
        }
        return wanted;
    }

    private static Optional<UserId> person(@Nullable String given, Caller caller) {
        try {
            return text(given).map(who -> who.equals("me") ? caller.userId() : UserId.of(who));
        } catch (IllegalArgumentException notAUserId) {
            throw new InvalidRequest("“%s”不是有效的 userid".formatted(given));
        }
    }

    private static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
    }
}
