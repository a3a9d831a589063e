package io.issueloop.collaboration;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table 问题跟踪 / 问题 in WeCom (design.md §3). Remote: every method may take seconds and throws
 * when WeCom does not answer.
 */
public interface TrackingTable {

    /** The rows with these ids; rows that no longer exist are absent. Any number of ids. */
    List<Row> rows(List<String> recordIds);

    /** All rows changed at or after the instant, for finding what callbacks lost. */
    List<Row> changedSince(Instant since);

    /** Writes these cells of a row and leaves the others; keys are field titles. */
    void write(String recordId, Map<Field, Cell> cells);

    /** Adds a row and returns its record id. */
    String add(Map<Field, Cell> cells);

    /** The address people open the table at; empty before set-up. */
    Optional<String> url();

    /** The fields of the sheet, by the titles people read, in the order people see them. */
    enum Field {
        DESCRIPTION("问题描述"),
        URGENCY("紧急程度"),
        PROJECT("关联项目"),
        STATUS("状态"),
        HANDLER("处理人"),
        DUE_AT("截止时间"),
        STARS("满意度"),
        ISSUE_NO("问题编号"),
        CATEGORY("分类"),
        SUB_CATEGORY("子分类"),
        NOTE("处理说明"),
        MAJOR("重大问题"),
        REPORTER("提报人");

        private final String title;

        Field(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A cell's value in our words; an empty cell is written as {@link Empty}. */
    sealed interface Cell {
        record Text(String value) implements Cell {}

        record Choice(String label) implements Cell {}

        record Person(UserId userId) implements Cell {}

        record Time(Instant value) implements Cell {}

        record Number(double value) implements Cell {}

        record Flag(boolean value) implements Cell {}

        record Empty() implements Cell {}
    }

    /**
     * A row as a member left it.
     *
     * @param description empty text when the cell is empty; several text runs are joined
     * @param reporter the 提报人 cell, where WeCom gives it
     * @param issueNo the 问题编号 cell, empty text when not filled
     * @param shown what else of ours it shows, as {@link RowText#shown} says it; absent where empty
     */
    record Row(
            String recordId,
            String description,
            String urgency,
            String project,
            boolean major,
            Optional<UserId> reporter,
            String issueNo,
            String note,
            Map<Field, String> shown,
            Instant createdAt,
            Instant updatedAt) {}
}
