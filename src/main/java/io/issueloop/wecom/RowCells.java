package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.shared.UserId;
import java.util.EnumMap;
import java.util.Map;

/** The fields we fill, as they stand in a row: to see whether somebody changed them. */
final class RowCells {

    private static final long MINUTE = 60_000;

    private RowCells() {}

    /** Text, userid, or minutes since 1970; empty cells are absent. */
    static Map<Field, String> shown(Map<String, JsonNode> cells) {
        Map<Field, String> shown = new EnumMap<>(Field.class);
        for (var field : new Field[] {Field.STATUS, Field.CATEGORY, Field.SUB_CATEGORY}) {
            put(shown, field, Cells.text(cells.get(field.title())));
        }
        Cells.person(cells.get(Field.HANDLER.title()))
                .map(UserId::value)
                .ifPresent(handler -> shown.put(Field.HANDLER, handler));
        var due = Cells.text(cells.get(Field.DUE_AT.title()));
        if (due.matches("\\d{9,15}")) {
            shown.put(Field.DUE_AT, Long.toString(Long.parseLong(due) / MINUTE));
        }
        return shown;
    }

    private static void put(Map<Field, String> shown, Field field, String text) {
        if (!text.isBlank()) {
            shown.put(field, text.strip());
        }
    }
}
