package io.issueloop.sandbox.table;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;

/** Sheets of a smart table, page 99896. A new one has no view, field or record. */
final class SheetApi implements Endpoints.Area {

    private final Sheets sheets;

    SheetApi(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/smartsheet/add_sheet", this::add)
                .post("wedoc/smartsheet/get_sheet", this::list)
                .post("wedoc/smartsheet/update_sheet", this::update)
                .post("wedoc/smartsheet/delete_sheet", this::delete);
    }

    private Reply add(Call call) {
        var docid = sheets.requireTable(call.body());
        var properties = call.body().optionalObject("properties").orElse(Input.empty());
        var title = properties.text("title", "智能表" + (sheets.sheets(docid).size() + 1));
        var sheet = sheets.create(docid, title, properties.number("index", -1));
        return Reply.ok().with("properties", sheet.deepCopy().retain("sheet_id", "title", "index"));
    }

    private Reply list(Call call) {
        var docid = sheets.requireTable(call.body());
        var wanted = call.body().text("sheet_id", "");
        var list = Json.array();
        for (var sheet : sheets.sheets(docid)) {
            if (wanted.isEmpty() || wanted.equals(sheet.path("sheet_id").asText())) {
                list.add(
                        sheet.retain("sheet_id", "title")
                                .put("is_visible", true)
                                .put("type", "smartsheet"));
            }
        }
        if (!wanted.isEmpty() && list.isEmpty()) {
            throw ApiError.invalid("invalid sheet_id");
        }
        return Reply.ok().with("sheet_list", list);
    }

    private Reply update(Call call) {
        var properties = call.body().object("properties");
        var ref = new Ref(sheets.requireTable(call.body()), properties.text("sheet_id"));
        requireSheet(ref);
        sheets.saveSheet(ref, sheets.sheet(ref).put("title", properties.text("title")));
        return Reply.ok();
    }

    private Reply delete(Call call) {
        sheets.delete(sheets.require(call.body()));
        return Reply.ok();
    }

    private void requireSheet(Ref ref) {
        if (!sheets.has(ref)) {
            throw ApiError.invalid("invalid sheet_id");
        }
    }
}
