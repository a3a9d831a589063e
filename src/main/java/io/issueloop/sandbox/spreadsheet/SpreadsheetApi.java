package io.issueloop.sandbox.spreadsheet;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import java.util.regex.Pattern;

/** Reading and writing online sheets, page 101168. */
final class SpreadsheetApi implements Endpoints.Area {

    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})(\\d{1,5}):([A-Z]{1,3})(\\d{1,5})");

    private final Spreadsheets sheets;

    SpreadsheetApi(Spreadsheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/spreadsheet/batch_update", this::update)
                .post("wedoc/spreadsheet/get_sheet_properties", this::properties)
                .post("wedoc/spreadsheet/get_sheet_range_data", this::range);
    }

    /** In order, up to the first error: what went before it stays. */
    private Reply update(Call call) {
        var edit = new SheetEdit(sheets, sheets.require(call.body()));
        var data = Json.object();
        var responses = data.putArray("responses");
        for (var request : call.body().requireList("requests").objects("requests", 5)) {
            try {
                responses.add(edit.apply(request));
            } catch (ApiError e) {
                if (responses.isEmpty()) {
                    throw e;
                }
                return Reply.ok()
                        .with("errcode", e.errcode())
                        .with("errmsg", e.reason())
                        .with("data", data);
            }
        }
        return Reply.ok().with("data", data);
    }

    private Reply properties(Call call) {
        var all =
                sheets.of(sheets.require(call.body())).stream()
                        .map(s -> s.retain("sheet_id", "title", "row_count", "column_count"))
                        .toList();
        return Reply.ok().with("properties", all);
    }

    private Reply range(Call call) {
        var sheet = sheets.require(sheets.require(call.body()), call.body().text("sheet_id"));
        var range = RANGE.matcher(call.body().text("range"));
        if (!range.matches()) {
            throw ApiError.invalid("invalid range");
        }
        int top = Integer.parseInt(range.group(2)) - 1;
        int left = column(range.group(1));
        int bottom = Math.min(Integer.parseInt(range.group(4)), sheet.path("row_count").asInt());
        int right = Math.min(column(range.group(3)) + 1, sheet.path("column_count").asInt());
        if (top < 0 || top >= bottom || left >= right) {
            throw ApiError.invalid("invalid range");
        }
        var grid = Json.object().put("start_row", top).put("start_column", left);
        var rows = grid.putArray("rows");
        for (int row = top; row < bottom; row++) {
            var values = rows.addObject().putArray("values");
            for (int column = left; column < right; column++) {
                var cell = sheet.path("cells").path(Spreadsheets.cell(row, column));
                values.add(cell.isMissingNode() ? Json.object() : cell);
            }
        }
        return Reply.ok().with("data", Json.object().set("result", grid));
    }

    /** A is 0, AA is 26. */
    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
