package io.issueloop.sandbox.spreadsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;

/** Sheets of online tables: their size and their filled cells, rows and columns from 0. */
public final class Spreadsheets {

    static final int MOST_COLUMNS = 200;
    static final int MOST_CELLS = 10_000;
    private static final int SHEET = 4;

    private final Table sheets;
    private final Docs docs;
    private final Ids ids;

    Spreadsheets(Store store, Docs docs, Ids ids) {
        this.sheets = store.table("spreadsheets");
        this.docs = docs;
        this.ids = ids;
    }

    /** 301085 unknown document, 40058 not an online sheet. */
    String require(Input body) {
        var doc = docs.require(body.text("docid"));
        if (doc.path("doc_type").asInt() != SHEET) {
            throw ApiError.invalid("docid is not a spreadsheet");
        }
        return doc.path("docid").asText();
    }

    /** In their order; a document starts with one empty sheet. */
    public List<ObjectNode> of(String docid) {
        var all = sheets.startingWith(docid + "/");
        return all.isEmpty() ? List.of(create(docid, "工作表1", 200, 20)) : all;
    }

    ObjectNode add(String docid, String title, int rows, int columns) {
        of(docid);
        return create(docid, title, rows, columns);
    }

    private ObjectNode create(String docid, String title, int rows, int columns) {
        var sheet =
                Json.object()
                        .put("docid", docid)
                        .put("sheet_id", ids.random("", 6))
                        .put("title", title)
                        .put("row_count", rows)
                        .put("column_count", columns)
                        .put("order", ids.ordered("", "spreadsheet"));
        sheet.putObject("cells");
        save(sheet);
        return sheet;
    }

    ObjectNode require(String docid, String sheetId) {
        return of(docid).stream()
                .filter(sheet -> sheet.path("sheet_id").asText().equals(sheetId))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid sheet_id"));
    }

    void save(ObjectNode sheet) {
        sheets.put(key(sheet), sheet);
        docs.touch(sheet.path("docid").asText());
    }

    void remove(ObjectNode sheet) {
        sheets.remove(key(sheet));
    }

    private static String key(ObjectNode sheet) {
        return sheet.path("docid").asText() + "/" + sheet.path("order").asText();
    }

    static String cell(int row, int column) {
        return row + "," + column;
    }
}
