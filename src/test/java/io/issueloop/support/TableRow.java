package io.issueloop.support;

import com.fasterxml.jackson.databind.JsonNode;

/** A row of the table 问题跟踪 as a member sees it. */
public record TableRow(JsonNode record) {

    public String id() {
        return record.path("record_id").asText();
    }

    /** The text of a cell of whatever type; empty when nothing is in it. */
    public String cell(String title) {
        return text(record.path("values").path(title));
    }

    private static String text(JsonNode cell) {
        if (!cell.isArray()) {
            return cell.asText("");
        }
        var all = new StringBuilder();
        for (var part : cell) {
            all.append(part.path("text").asText(part.path("user_id").asText("")));
        }
        return all.toString();
    }
}
