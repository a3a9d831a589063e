package io.issueloop.sandbox.spreadsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** One request of {@code batch_update}, page 101168; each answers in its own words. */
final class SheetEdit {

    private static final int MOST_ROWS = 1000;

    private final Spreadsheets sheets;
    private final String docid;

    SheetEdit(Spreadsheets sheets, String docid) {
        this.sheets = sheets;
        this.docid = docid;
    }

    ObjectNode apply(Input request) {
        if (request.json().size() != 1) {
            throw ApiError.invalid("one operation per request");
        }
        var name = request.json().fieldNames().next();
        var in = request.object(name);
        return switch (name) {
            case "add_sheet_request" -> answer("add_sheet_response", "properties", add(in));
            case "delete_sheet_request" -> answer("delete_sheet_response", "sheet_id", delete(in));
            case "update_range_request" ->
                    answer("update_range_response", "updated_cells", update(in));
            case "delete_dimension_request" ->
                    answer("delete_dimension_response", "deleted", cut(in));
            default -> throw ApiError.invalid("unknown operation: " + name);
        };
    }

    private static ObjectNode answer(String name, String field, Object value) {
        var answer = Json.object();
        answer.putObject(name).set(field, Json.MAPPER.valueToTree(value));
        return answer;
    }

    private ObjectNode add(Input in) {
        int columns = (int) in.between("column_count", 20, 1, Spreadsheets.MOST_COLUMNS);
        int rows = (int) in.between("row_count", 100, 1, Spreadsheets.MOST_CELLS);
        if (rows * columns > Spreadsheets.MOST_CELLS) {
            throw ApiError.invalid("more than " + Spreadsheets.MOST_CELLS + " cells");
        }
        return sheets.add(docid, in.text("title"), rows, columns)
                .retain("sheet_id", "title", "row_count", "column_count");
    }

    private String delete(Input in) {
        var sheet = sheet(in);
        if (sheets.of(docid).size() == 1) {
            throw ApiError.invalid("the last sheet can not be deleted");
        }
        sheets.remove(sheet);
        return sheet.path("sheet_id").asText();
    }

    private int update(Input in) {
        var sheet = sheet(in);
        var grid = in.object("grid_data");
        int firstRow = (int) grid.between("start_row", 0, 0, sheet.path("row_count").asInt() - 1L);
        int firstColumn =
                (int) grid.between("start_column", 0, 0, sheet.path("column_count").asInt() - 1L);
        var cells = sheet.withObject("/cells");
        int updated = 0;
        int row = firstRow;
        for (var line : grid.requireList("rows").objects("rows", MOST_ROWS)) {
            int column = firstColumn;
            for (var cell : line.objects("values", Spreadsheets.MOST_COLUMNS)) {
                requireInside(sheet, row, column);
                cells.set(Spreadsheets.cell(row, column++), checked(cell));
                updated++;
            }
            row++;
        }
        if (updated > Spreadsheets.MOST_CELLS) {
            throw ApiError.invalid("more than " + Spreadsheets.MOST_CELLS + " cells");
        }
        sheets.save(sheet);
        return updated;
    }

    private static void requireInside(ObjectNode sheet, int row, int column) {
        if (row >= sheet.path("row_count").asInt()
                || column >= sheet.path("column_count").asInt()) {
            throw ApiError.invalid("grid_data reaches beyond the sheet");
        }
    }

    /** {@code cell_value} is a text or a link. */
    private static ObjectNode checked(Input cell) {
        var value = cell.optionalObject("cell_value").orElse(Input.empty());
        if (value.has("text") && value.has("link")) {
            throw ApiError.invalid("cell_value: text or link");
        }
        value.text("text", "");
        value.optionalObject("link").ifPresent(link -> link.text("url"));
        cell.optionalObject("cell_format");
        return cell.json();
    }

    /** Rows or columns go, counted from 1, the end excluded; what follows moves up. */
    private int cut(Input in) {
        var sheet = sheet(in);
        boolean rows = in.oneOf("dimension", "", List.of("ROW", "COLUMN")).equals("ROW");
        var size = rows ? "row_count" : "column_count";
        int count = sheet.path(size).asInt();
        int start = (int) in.between("start_index", 0, 1, count);
        int end = (int) in.between("end_index", 0, start + 1L, count + 1L);
        int gone = end - start;
        if (gone == count) {
            throw ApiError.invalid("not every " + size + " can be deleted");
        }
        var kept = Json.object();
        for (var cell : sheet.path("cells").properties()) {
            var at = cell.getKey().split(",");
            int place = Integer.parseInt(at[rows ? 0 : 1]) + 1;
            if (place < start || place >= end) {
                int moved = place - 1 - (place >= end ? gone : 0);
                var key = rows ? moved + "," + at[1] : at[0] + "," + moved;
                kept.set(key, cell.getValue());
            }
        }
        sheet.set("cells", kept);
        sheets.save(sheet.put(size, count - gone));
        return gone;
    }

    private ObjectNode sheet(Input in) {
        return sheets.require(docid, in.text("sheet_id"));
    }
}
