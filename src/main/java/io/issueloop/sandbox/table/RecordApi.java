package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.List;
import java.util.stream.Stream;

/** Records of a sheet, pages 99907, 99908, 99909, 101158. API writes are not called back. */
final class RecordApi implements Endpoints.Area {

    private static final int MOST = 1000;
    private static final String BY_TITLE = Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE.name();
    private static final List<String> KEY_TYPES =
            Stream.of(Rows.Key.values()).map(Enum::name).toList();

    private final Sheets sheets;
    private final Rows rows;
    private final RecordView view;
    private final SandboxClock clock;

    RecordApi(Sheets sheets, Rows rows, RecordView view, SandboxClock clock) {
        this.sheets = sheets;
        this.rows = rows;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/smartsheet/add_records", this::add)
                .post("wedoc/smartsheet/update_records", this::update)
                .post("wedoc/smartsheet/delete_records", this::delete)
                .post("wedoc/smartsheet/get_records", this::list);
    }

    private Reply add(Call call) {
        var ref = sheets.require(call.body());
        var key = key(call.body());
        var written = Json.array();
        for (var record : records(call.body())) {
            written.add(
                    echo(ref, rows.add(ref, record.object("values").json(), key, Rows.APP), key));
        }
        return Reply.ok().with("records", written);
    }

    private Reply update(Call call) {
        var ref = sheets.require(call.body());
        var key = key(call.body());
        var written = Json.array();
        for (var record : records(call.body())) {
            var values = record.object("values").json();
            var updated = rows.update(ref, record.text("record_id"), values, key, Rows.APP);
            written.add(echo(ref, updated, key));
        }
        return Reply.ok().with("records", written);
    }

    private Reply delete(Call call) {
        var ref = sheets.require(call.body());
        rows.delete(ref, call.body().requireList("record_ids").texts("record_ids", MOST));
        return Reply.ok();
    }

    private Reply list(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var fields = sheets.fields(ref);
        var key = key(body);
        requireView(ref, body);
        var found = select(ref, body, fields);
        int offset = (int) body.between("offset", 0, 0, Integer.MAX_VALUE);
        int limit = (int) body.between("limit", 0, 0, MOST);
        body.number("ver", 0);
        var page = found.stream().skip(offset).limit(limit == 0 ? MOST : limit).toList();
        int next = offset + page.size();
        var shown = shown(body, fields);
        return Reply.ok()
                .with("total", found.size())
                .with("has_more", next < found.size())
                .with("next", next)
                .with("records", page.stream().map(r -> view.of(r, shown, key)).toList())
                .with("ver", sheets.sheet(ref).path("ver"));
    }

    private List<ObjectNode> select(Ref ref, Input body, List<ObjectNode> fields) {
        var sort = body.objects("sort", 10);
        if (body.has("filter_spec") && !sort.isEmpty()) {
            throw ApiError.invalid("filter_spec and sort can not be used together");
        }
        var ids = body.texts("record_ids", MOST);
        var found =
                ids.isEmpty()
                        ? sheets.records(ref)
                        : ids.stream().flatMap(id -> sheets.record(ref, id).stream()).toList();
        if (body.has("filter_spec")) {
            var filter = new RecordFilter(view, clock).of(body.object("filter_spec"), fields);
            return found.stream().filter(filter).toList();
        }
        return found.stream().sorted(new RecordSort(view).of(sort, fields)).toList();
    }

    private static List<ObjectNode> shown(Input body, List<ObjectNode> fields) {
        var titles = body.texts("field_titles", 150);
        var ids = body.texts("field_ids", 150);
        return fields.stream()
                .filter(f -> titles.isEmpty() || titles.contains(f.path("field_title").asText()))
                .filter(f -> ids.isEmpty() || ids.contains(f.path("field_id").asText()))
                .toList();
    }

    private void requireView(Ref ref, Input body) {
        var id = body.text("view_id", "");
        if (!id.isEmpty()
                && sheets.views(ref).stream()
                        .noneMatch(v -> v.path("view_id").asText().equals(id))) {
            throw ApiError.invalid("invalid view_id");
        }
    }

    private ObjectNode echo(Ref ref, ObjectNode record, Rows.Key key) {
        var echo = Json.object().put("record_id", record.path("record_id").asText());
        echo.set("values", view.values(record, sheets.fields(ref), key));
        return echo;
    }

    private static List<Input> records(Input body) {
        return body.requireList("records").objects("records", MOST);
    }

    private static Rows.Key key(Input body) {
        return Rows.Key.valueOf(body.oneOf("key_type", BY_TITLE, KEY_TYPES));
    }
}
