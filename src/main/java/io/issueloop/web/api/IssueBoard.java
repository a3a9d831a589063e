package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueFilter;
import io.issueloop.issue.IssueOrder;
import io.issueloop.issue.IssueQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open issues in columns, the first to be due on top. */
@Component
class IssueBoard {

    private static final int CARDS = 50;
    private static final int MOST = 600;
    private static final IssueOrder BY_DUE = new IssueOrder(IssueOrder.Column.DUE_AT, false);
    private static final List<IssueStatus> SHOWN =
            List.of(
                    IssueStatus.TRIAGE,
                    IssueStatus.AWAITING_APPROVAL,
                    IssueStatus.ASSIGNED,
                    IssueStatus.HANDLING,
                    IssueStatus.PAUSED,
                    IssueStatus.RESOLVED,
                    IssueStatus.CLOSED);
    private static final List<IssueStatus> IN_HAND =
            List.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING, IssueStatus.PAUSED);

    private final Issues issues;
    private final Directory directory;

    IssueBoard(Issues issues, Directory directory) {
        this.issues = issues;
        this.directory = directory;
    }

    @Schema(description = "看板")
    record View(List<Column> columns) {}

    /**
     * @param key a status, or a userid; null for what nobody has yet
     */
    @Schema(description = "看板的一列")
    record Column(@Nullable String key, String name, long total, List<IssueView> cards) {}

    /**
     * Closed ones newest first: they are only looked back at.
     *
     * @param untriaged the conditions without those a triage decides on
     */
    View byStatus(Supplier<IssueFilter> filter, Supplier<IssueFilter> untriaged) {
        return new View(
                SHOWN.stream()
                        .map(
                                status ->
                                        column(
                                                status,
                                                status == IssueStatus.TRIAGE
                                                        ? untriaged.get()
                                                        : filter.get()))
                        .toList());
    }

    private Column column(IssueStatus status, IssueFilter filter) {
        var order =
                status == IssueStatus.CLOSED
                        ? new IssueOrder(IssueOrder.Column.CLOSED_AT, true)
                        : BY_DUE;
        var most = status == IssueStatus.CLOSED ? CARDS / 5 : CARDS;
        var page = issues.search(new IssueQuery(filter.statuses(List.of(status)), order, 0, most));
        return new Column(status.label(), status.label(), page.total(), views(page.items()));
    }

    View byHandler(Supplier<IssueFilter> filter) {
        var wanted = filter.get().statuses(IN_HAND);
        Map<Optional<UserId>, List<Issue>> cards =
                issues.list(wanted, BY_DUE, MOST).stream()
                        .collect(Collectors.groupingBy(Issue::handler));
        return new View(
                issues.countByHandler(wanted).entrySet().stream()
                        .map(
                                one ->
                                        new Column(
                                                one.getKey().map(UserId::value).orElse(null),
                                                one.getKey().map(directory::name).orElse("待指派"),
                                                one.getValue(),
                                                views(
                                                        cards
                                                                .getOrDefault(
                                                                        one.getKey(), List.of())
                                                                .stream()
                                                                .limit(CARDS)
                                                                .toList())))
                        .toList());
    }

    private List<IssueView> views(List<Issue> found) {
        return found.stream().map(issue -> IssueView.of(issue, directory)).toList();
    }
}
