package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;

/**
 * Smart tables: sheets of a document, each with fields, views and records. Cells are kept by field
 * id, options by option id, so renaming loses nothing.
 */
public final class Sheets {

    /** A sheet of a document. */
    public record Ref(String docid, String sheetId) {
        String key() {
            return docid + "/" + sheetId;
        }
    }

    private final Table sheets;
    private final Table fields;
    private final Table views;
    private final Table groups;
    private final Table records;
    private final Docs docs;
    private final Ids ids;

    Sheets(Store store, Docs docs, Ids ids) {
        this.sheets = store.table("sheets");
        this.fields = store.table("fields");
        this.views = store.table("views");
        this.groups = store.table("field_groups");
        this.records = store.table("records");
        this.docs = docs;
        this.ids = ids;
    }

    Ids ids() {
        return ids;
    }

    /** 301085 unknown document, 40058 not a smart table. */
    String requireTable(Input body) {
        var doc = docs.require(body.text("docid"));
        if (doc.path("doc_type").asInt() != Docs.SMART_TABLE) {
            throw ApiError.invalid("docid is not a smart table");
        }
        return doc.path("docid").asText();
    }

    Ref require(Input body) {
        var ref = new Ref(requireTable(body), body.text("sheet_id"));
        if (!sheets.has(ref.key())) {
            throw ApiError.invalid("invalid sheet_id");
        }
        return ref;
    }

    public boolean has(Ref ref) {
        return docs.find(ref.docid()).isPresent() && sheets.has(ref.key());
    }

    public List<ObjectNode> sheets(String docid) {
        return sheets.startingWith(docid + "/").stream()
                .sorted((a, b) -> Integer.compare(a.path("index").asInt(), b.path("index").asInt()))
                .toList();
    }

    /** Without view, field or record. */
    ObjectNode create(String docid, String title, long index) {
        var sheet =
                Json.object()
                        .put("sheet_id", ids.random("", 6))
                        .put("title", title)
                        .put("index", index < 0 ? sheets(docid).size() : index)
                        .put("ver", 1);
        saveSheet(new Ref(docid, sheet.path("sheet_id").asText()), sheet);
        return sheet;
    }

    ObjectNode sheet(Ref ref) {
        return sheets.get(ref.key()).orElseThrow();
    }

    void saveSheet(Ref ref, ObjectNode sheet) {
        sheets.put(ref.key(), sheet);
    }

    void delete(Ref ref) {
        sheets.remove(ref.key());
        fields.remove(ref.key());
        views.remove(ref.key());
        groups.remove(ref.key());
        records.removeStartingWith(ref.key() + "/");
    }

    public List<ObjectNode> fields(Ref ref) {
        return list(fields, ref);
    }

    void saveFields(Ref ref, List<ObjectNode> list) {
        save(fields, ref, list);
    }

    public List<ObjectNode> views(Ref ref) {
        return list(views, ref);
    }

    void saveViews(Ref ref, List<ObjectNode> list) {
        save(views, ref, list);
    }

    List<ObjectNode> groups(Ref ref) {
        return list(groups, ref);
    }

    void saveGroups(Ref ref, List<ObjectNode> list) {
        save(groups, ref, list);
    }

    /** In order of creation. */
    public List<ObjectNode> records(Ref ref) {
        return records.startingWith(ref.key() + "/");
    }

    int countRecords(Ref ref) {
        return records.countStartingWith(ref.key() + "/");
    }

    public Optional<ObjectNode> record(Ref ref, String recordId) {
        return records.get(ref.key() + "/" + recordId);
    }

    void saveRecord(Ref ref, ObjectNode record) {
        records.put(ref.key() + "/" + record.path("record_id").asText(), record);
    }

    void removeRecord(Ref ref, String recordId) {
        records.remove(ref.key() + "/" + recordId);
    }

    /** After a change of content: the sheet's version and the document's time. */
    void changed(Ref ref) {
        var sheet = sheet(ref);
        saveSheet(ref, sheet.put("ver", sheet.path("ver").asLong() + 1));
        docs.touch(ref.docid());
    }

    private static List<ObjectNode> list(Table table, Ref ref) {
        return table.get(ref.key()).map(node -> Json.objects(node.path("list"))).orElse(List.of());
    }

    private static void save(Table table, Ref ref, List<ObjectNode> list) {
        var node = Json.object();
        node.putArray("list").addAll(list);
        table.put(ref.key(), node);
    }
}
