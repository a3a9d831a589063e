package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;

/** Cells and times as a person types them; pure functions. */
final class HandRow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private HandRow() {}

    /** One line per cell: the column's title and its value. */
    static String text(Map<Field, Cell> cells, Directory people) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey().title() + "：" + shown(cell.getValue(), people))
                .collect(Collectors.joining("\n"));
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(Zones.REPORTING));
    }

    private static String shown(Cell cell, Directory people) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        } else if (cell instanceof Cell.Choice choice) {
            return choice.label();
        } else if (cell instanceof Cell.Person person) {
            return people.name(person.userId());
        } else if (cell instanceof Cell.Time time) {
            return time(time.value());
        } else if (cell instanceof Cell.Number number) {
            return "%.0f".formatted(number.value());
        } else if (cell instanceof Cell.Flag flag) {
            return flag.value() ? "勾选" : "不勾选";
        }
        return "（清空）";
    }
}
