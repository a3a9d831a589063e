package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.List;

/** A sheet as a member sees it: fields, views, and records with cells by field title. */
public final class Grid {

    private final Sheets sheets;
    private final RecordView view;

    Grid(Sheets sheets, RecordView view) {
        this.sheets = sheets;
        this.view = view;
    }

    public ObjectNode of(Ref ref) {
        var fields = sheets.fields(ref);
        var grid = Json.object().put("docid", ref.docid()).put("sheetId", ref.sheetId());
        grid.put("title", sheets.sheet(ref).path("title").asText());
        grid.put("ver", sheets.sheet(ref).path("ver").asLong());
        grid.putArray("fields").addAll(fields);
        grid.putArray("views").addAll(sheets.views(ref));
        grid.set("records", Json.array().addAll(records(ref, fields)));
        return grid;
    }

    public ObjectNode record(Ref ref, ObjectNode record) {
        return view.of(record, sheets.fields(ref), Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE)
                .put("creator", record.path("creator").asText());
    }

    private List<ObjectNode> records(Ref ref, List<ObjectNode> fields) {
        return sheets.records(ref).stream()
                .map(
                        r ->
                                view.of(r, fields, Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE)
                                        .put("creator", r.path("creator").asText()))
                .toList();
    }
}
