package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * A member edits a smart table in the client: needs the right to write, and is called back as
 * {@code smart_sheet_change} with at most 1,000 ids each (page 100986). Refuses with {@link
 * IllegalArgumentException} or, where the right is missing, {@link SecurityException}.
 */
public final class MemberEdits {

    private static final int IDS_PER_PUSH = 1000;
    private static final String RECORD = "RecordId";

    private final Sheets sheets;
    private final Rows rows;
    private final PlainCells plain;
    private final Docs docs;
    private final Callbacks callbacks;

    MemberEdits(Sheets sheets, Rows rows, PlainCells plain, Docs docs, Callbacks callbacks) {
        this.sheets = sheets;
        this.rows = rows;
        this.plain = plain;
        this.docs = docs;
        this.callbacks = callbacks;
    }

    public List<ObjectNode> add(Ref ref, String userid, List<ObjectNode> values) {
        requireRight(ref, userid);
        var added = new ArrayList<ObjectNode>();
        for (var row : values) {
            added.add(write(() -> rows.add(ref, typed(ref, row), BY_TITLE, userid)));
        }
        tell(ref, userid, "add_record", RECORD, ids(added));
        return added;
    }

    public ObjectNode update(Ref ref, String userid, String recordId, ObjectNode values) {
        requireRight(ref, userid);
        var updated = write(() -> rows.update(ref, recordId, typed(ref, values), BY_TITLE, userid));
        tell(ref, userid, "update_record", RECORD, List.of(recordId));
        return updated;
    }

    public void delete(Ref ref, String userid, List<String> recordIds) {
        requireRight(ref, userid);
        write(
                () -> {
                    rows.delete(ref, recordIds);
                    return true;
                });
        tell(ref, userid, "delete_record", RECORD, recordIds);
    }

    private static final Rows.Key BY_TITLE = Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE;

    private ObjectNode typed(Ref ref, ObjectNode values) {
        var fields = sheets.fields(ref);
        var typed = Json.object();
        values.properties()
                .forEach(
                        cell -> {
                            var field = Rows.find(fields, BY_TITLE, cell.getKey());
                            JsonNode value = plain.typed(field, cell.getValue());
                            typed.set(cell.getKey(), value);
                        });
        return typed;
    }

    /** Only of the app's own tables. */
    void tell(Ref ref, String userid, String change, String element, List<String> ids) {
        if (docs.isMembers(ref.docid())) {
            return;
        }
        for (int from = 0; from < ids.size(); from += IDS_PER_PUSH) {
            var event =
                    Event.of(userid, "smart_sheet_change")
                            .text("ChangeType", change)
                            .text("DocId", ref.docid())
                            .text("SheetId", ref.sheetId());
            ids.subList(from, Math.min(ids.size(), from + IDS_PER_PUSH))
                    .forEach(id -> event.text(element, id));
            callbacks.send(event);
        }
    }

    void requireRight(Ref ref, String userid) {
        if (!sheets.has(ref)) {
            throw new IllegalArgumentException("没有这张表");
        }
        if (!docs.mayEdit(docs.find(ref.docid()).orElseThrow(), userid)) {
            throw new SecurityException("该成员没有编辑权限");
        }
    }

    private static <T> T write(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private static List<String> ids(List<ObjectNode> records) {
        return records.stream().map(r -> r.path("record_id").asText()).toList();
    }
}
