package io.issueloop.wecom;

import io.issueloop.collaboration.TrackingTable;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Urgency;
import io.issueloop.wecom.SmartSheetApi.Field;
import io.issueloop.wecom.SmartSheetApi.Option;
import io.issueloop.wecom.SmartSheetApi.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet looks like (design.md §3).
 *
 * @param views all but the first are kanbans over a field
 */
record SheetLayout(String table, String title, List<Field> fields, List<View> views) {

    /** The one field nobody fills and nobody needs to read: WeCom sorts by it (page 101158). */
    static final String CHANGED_AT = "最后更新";

    private static final int STYLES = 27;

    /**
     * @param groupedBy title of the field a kanban is over; empty for a grid
     */
    record View(String title, Optional<String> groupedBy) {
        String type() {
            return groupedBy.isPresent() ? "VIEW_TYPE_KANBAN" : "VIEW_TYPE_GRID";
        }
    }

    static SheetLayout tracking(List<String> projects) {
        var fields = new ArrayList<Field>();
        for (var field : TrackingTable.Field.values()) {
            fields.add(tracking(field, projects));
        }
        fields.add(field(CHANGED_AT, "MODIFIED_TIME", null, null, null, null));
        return new SheetLayout(
                Sheets.TRACKING,
                Sheets.TRACKING_SHEET,
                fields,
                List.of(
                        new View("全部问题", Optional.empty()),
                        new View("按状态", Optional.of(TrackingTable.Field.STATUS.title())),
                        new View("按处理人", Optional.of(TrackingTable.Field.HANDLER.title()))));
    }

    private static Field tracking(TrackingTable.Field field, List<String> projects) {
        var title = field.title();
        return switch (field) {
            case DESCRIPTION, ISSUE_NO, CATEGORY, SUB_CATEGORY, NOTE -> text(title);
            case URGENCY -> choice(title, Stream.of(Urgency.values()).map(Urgency::label).toList());
            case PROJECT -> choice(title, projects);
            case STATUS ->
                    choice(title, Stream.of(IssueStatus.values()).map(IssueStatus::label).toList());
            case MAJOR -> field(title, "CHECKBOX", null, Map.of("checked", false), null, null);
            case REPORTER -> field(title, "CREATED_USER", null, null, null, null);
            case HANDLER ->
                    field(
                            title,
                            "USER",
                            null,
                            null,
                            null,
                            Map.of("is_multiple", false, "is_notified", false));
            case DUE_AT ->
                    field(
                            title,
                            "DATE_TIME",
                            null,
                            null,
                            Map.of("format", "yyyy-mm-dd hh:mm", "auto_fill", false),
                            null);
            case STARS -> number(title, 0);
        };
    }

    static SheetLayout kpi(String title) {
        return new SheetLayout(
                Sheets.KPI,
                title,
                List.of(
                        text("周期"),
                        text("对象"),
                        text("指标"),
                        number("数值", 2),
                        number("目标", 2),
                        choice("状态", List.of("达标", "未达标", "样本不足", "N/A")),
                        number("样本数", 0)),
                List.of(new View("全部指标", Optional.empty())));
    }

    private static Field text(String title) {
        return field(title, "TEXT", null, null, null, null);
    }

    private static Field number(String title, int decimals) {
        return field(
                title,
                "NUMBER",
                Map.of("decimal_places", decimals, "use_separate", false),
                null,
                null,
                null);
    }

    private static Field choice(String title, List<String> labels) {
        var options = new ArrayList<Option>();
        for (var label : labels) {
            options.add(new Option(null, label, options.size() % STYLES + 1));
        }
        var type = "FIELD_TYPE_SINGLE_SELECT";
        return new Field(null, title, type, null, null, null, null, new Select(false, options));
    }

    private static Field field(
            String title,
            String type,
            @Nullable Map<String, Object> number,
            @Nullable Map<String, Object> checkbox,
            @Nullable Map<String, Object> dateTime,
            @Nullable Map<String, Object> user) {
        return new Field(null, title, "FIELD_TYPE_" + type, number, checkbox, dateTime, user, null);
    }
}
