package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueStatus;
import java.util.EnumMap;
import java.util.Map;

/** What a row says about its issue; pure functions. */
final class RowText {

    private RowText() {}

    /** The fields we fill, from the issue as it is. */
    static Map<Field, Cell> ours(Issue issue) {
        Map<Field, Cell> cells = new EnumMap<>(Field.class);
        cells.put(Field.ISSUE_NO, new Cell.Text(issue.no().value()));
        cells.put(Field.CATEGORY, new Cell.Text(issue.category().orElse("")));
        cells.put(Field.SUB_CATEGORY, new Cell.Text(issue.subCategory().orElse("")));
        issue.handler().ifPresent(handler -> cells.put(Field.HANDLER, new Cell.Person(handler)));
        issue.dueAt().ifPresent(due -> cells.put(Field.DUE_AT, new Cell.Time(due)));
        cells.put(Field.STATUS, new Cell.Choice(issue.status().label()));
        cells.put(Field.NOTE, new Cell.Text(note(issue)));
        issue.stars().ifPresent(stars -> cells.put(Field.STARS, new Cell.Number(stars)));
        return cells;
    }

    /** What a row that is right shows of ours, to compare: text, userid, minutes since 1970. */
    static Map<Field, String> shown(Issue issue) {
        Map<Field, String> shown = new EnumMap<>(Field.class);
        shown.put(Field.STATUS, issue.status().label());
        issue.category().ifPresent(category -> shown.put(Field.CATEGORY, category));
        issue.subCategory().ifPresent(sub -> shown.put(Field.SUB_CATEGORY, sub));
        issue.handler().ifPresent(handler -> shown.put(Field.HANDLER, handler.value()));
        issue.dueAt()
                .map(due -> Long.toString(due.toEpochMilli() / 60_000))
                .ifPresent(minutes -> shown.put(Field.DUE_AT, minutes));
        return shown;
    }

    /** All fields of an issue that was not reported in the table. */
    static Map<Field, Cell> whole(Issue issue) {
        var cells = ours(issue);
        cells.put(Field.DESCRIPTION, new Cell.Text(issue.description()));
        cells.put(Field.URGENCY, new Cell.Choice(issue.urgency().label()));
        cells.put(Field.PROJECT, new Cell.Choice(issue.project()));
        cells.put(Field.MAJOR, new Cell.Flag(issue.isMajor()));
        return cells;
    }

    /** 处理说明: ✅ and the number, then what there is to say. */
    static String note(Issue issue) {
        if (issue.status() == IssueStatus.INVALID) {
            return "❌ " + issue.no() + " " + issue.note().orElse("无效");
        }
        var said =
                issue.note()
                        .or(
                                () ->
                                        java.util.Optional.of(issue.solution().measures())
                                                .filter(text -> !text.isBlank()));
        if (issue.note().filter(note -> note.startsWith("❌")).isPresent()) {
            return "%s，按普通问题处理（%s）".formatted(issue.note().orElseThrow(), issue.no());
        }
        return "✅ 已受理 " + issue.no() + said.map(text -> "，" + text).orElse("");
    }
}
