package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.table.Grid;
import io.issueloop.sandbox.table.MemberEdits;
import io.issueloop.sandbox.table.MemberTables;
import io.issueloop.sandbox.table.Sheets;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Smart tables as members see and edit them. */
final class SheetDoor implements Door {

    private static final String SHEET = "/__sandbox/sheets/{docid}/{sheetId}";

    private final Store store;
    private final Sheets sheets;
    private final Grid grid;
    private final MemberEdits edits;
    private final MemberTables tables;

    SheetDoor(Store store, Sheets sheets, Grid grid, MemberEdits edits, MemberTables tables) {
        this.store = store;
        this.sheets = sheets;
        this.grid = grid;
        this.edits = edits;
        this.tables = tables;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET(SHEET, Door.in(store, (request, body) -> grid.of(ref(request))))
                .POST(SHEET + "/records", Door.in(store, this::add))
                .PATCH(SHEET + "/records/{recordId}", Door.in(store, this::update))
                .DELETE(SHEET + "/records/{recordId}", Door.in(store, this::delete))
                .POST("/__sandbox/docs", Door.in(store, this::newTable))
                .POST(SHEET + "/fields", Door.in(store, this::addFields))
                .PATCH(SHEET + "/fields", Door.in(store, this::updateFields))
                .DELETE(SHEET + "/fields/{fieldId}", Door.in(store, this::deleteField))
                .POST(SHEET + "/webhook", Door.in(store, this::webhook))
                .build();
    }

    /** {@code {userid, records: [{values: {title: plain value}}]}}; one callback lists them all. */
    private Object add(ServerRequest request, Input body) {
        var ref = ref(request);
        var values =
                body.requireList("records").objects("records", 10_000).stream()
                        .map(record -> record.object("values").json())
                        .toList();
        var answer = Json.object();
        var added = answer.putArray("records");
        for (var record : edits.add(ref, body.text("userid"), values)) {
            added.add(grid.record(ref, record));
        }
        return answer;
    }

    private Object update(ServerRequest request, Input body) {
        ObjectNode values = body.object("values").json();
        var id = request.pathVariable("recordId");
        return grid.record(
                ref(request), edits.update(ref(request), body.text("userid"), id, values));
    }

    private Object delete(ServerRequest request, Input body) {
        var id = request.pathVariable("recordId");
        edits.delete(ref(request), Door.param(request, "userid"), List.of(id));
        return Door.done();
    }

    /** {@code {userid, name, fields: [{field_title, field_type, property_…}]}}: a member's own. */
    private Object newTable(ServerRequest request, Input body) {
        return tables.create(
                body.text("userid"), body.text("name"), body.objects("fields", 150), host(request));
    }

    private Object addFields(ServerRequest request, Input body) {
        return fields(tables.addFields(ref(request), body.text("userid"), given(body)));
    }

    private Object updateFields(ServerRequest request, Input body) {
        return fields(tables.updateFields(ref(request), body.text("userid"), given(body)));
    }

    private static List<Input> given(Input body) {
        return body.requireList("fields").objects("fields", 150);
    }

    private static Object fields(List<ObjectNode> fields) {
        return Json.object().set("fields", Json.MAPPER.valueToTree(fields));
    }

    private Object deleteField(ServerRequest request, Input body) {
        var id = request.pathVariable("fieldId");
        tables.deleteFields(ref(request), Door.param(request, "userid"), List.of(id));
        return Door.done();
    }

    /** The address that takes rows from outside. */
    private Object webhook(ServerRequest request, Input body) {
        var key = tables.hookKey(ref(request), body.text("userid"));
        var url = "http://" + host(request) + "/cgi-bin/wedoc/smartsheet/webhook?key=" + key;
        return Json.object().put("key", key).put("url", url);
    }

    private static String host(ServerRequest request) {
        var host = request.headers().firstHeader("Host");
        return host == null ? "127.0.0.1" : host;
    }

    private Ref ref(ServerRequest request) {
        var ref = new Ref(request.pathVariable("docid"), request.pathVariable("sheetId"));
        if (!sheets.has(ref)) {
            throw new NoSuchElementException();
        }
        return ref;
    }
}
