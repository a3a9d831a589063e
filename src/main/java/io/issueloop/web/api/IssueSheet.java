package io.issueloop.web.api;

import io.issueloop.shared.Zones;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of issues as a sheet to take away: the chosen columns, in their order. */
final class IssueSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Zones.REPORTING);

    /** Names as the page's address has them. */
    enum Column {
        issueNo("问题编号", IssueView::issueNo),
        title("标题", IssueView::title),
        description("问题描述", IssueView::description),
        status("状态", IssueView::status),
        urgency("紧急程度", IssueView::urgency),
        category("分类", IssueView::category),
        subCategory("子分类", IssueView::subCategory),
        project("关联项目", IssueView::project),
        team("处理团队", IssueView::teamName),
        handler("处理人", IssueView::handlerName),
        reporter("提报人", IssueView::reporterName),
        reportedAt("提报时间", view -> time(view.reportedAt())),
        dueAt("截止时间", view -> time(view.dueAt())),
        resolvedAt("解决时间", view -> time(view.resolvedAt())),
        closedAt("关闭时间", view -> time(view.closedAt())),
        stars("满意度", view -> view.stars() == null ? "" : view.stars().toString()),
        major("重大问题", view -> view.major() ? "是" : ""),
        note("处理说明", IssueView::note);

        private final String head;
        private final Function<IssueView, @Nullable String> cell;

        Column(String head, Function<IssueView, @Nullable String> cell) {
            this.head = head;
            this.cell = cell;
        }
    }

    private IssueSheet() {}

    /**
     * @throws InvalidRequest when a column is not one of these
     */
    static List<Column> columns(@Nullable List<String> names) {
        var wanted = IssueListWords.texts(names);
        return wanted.isEmpty()
                ? List.of(Column.values())
                : wanted.stream().map(IssueSheet::column).distinct().toList();
    }

    /** The head first. */
    static List<List<String>> rows(List<Column> columns, List<IssueView> issues) {
        var rows = new ArrayList<List<String>>();
        rows.add(columns.stream().map(column -> column.head).toList());
        issues.forEach(
                issue ->
                        rows.add(
                                columns.stream()
                                        .map(
                                                column ->
                                                        Objects.requireNonNullElse(
                                                                column.cell.apply(issue), ""))
                                        .toList()));
        return rows;
    }

    private static Column column(String name) {
        return Arrays.stream(Column.values())
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("没有名为“%s”的列".formatted(name)));
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "" : TIME.format(time);
    }
}
