package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.List;

/**
 * Tables members make themselves, their fields, and the key for data from outside. The app reads
 * none of a member's tables; changes of fields of its own are called back (page 100987). Refuses
 * with {@link SecurityException} where the right is missing.
 */
public final class MemberTables {

    private final Sheets sheets;
    private final Fields fields;
    private final Docs docs;
    private final Hooks hooks;
    private final MemberEdits edits;

    MemberTables(Sheets sheets, Fields fields, Docs docs, Hooks hooks, MemberEdits edits) {
        this.sheets = sheets;
        this.fields = fields;
        this.docs = docs;
        this.hooks = hooks;
        this.edits = edits;
    }

    /** A table of the member's own with one sheet; returns the document. */
    public ObjectNode create(String userid, String name, List<Input> columns, String host) {
        var doc = docs.create(Docs.SMART_TABLE, name, List.of(userid), host);
        docs.own(doc, userid);
        var docid = doc.path("docid").asText();
        var sheet = sheets.create(docid, "智能表1", 0);
        fields.add(new Ref(docid, sheet.path("sheet_id").asText()), columns);
        return doc;
    }

    public List<ObjectNode> addFields(Ref ref, String userid, List<Input> given) {
        edits.requireRight(ref, userid);
        var added = fields.add(ref, given);
        edits.tell(ref, userid, "add_filed", "FieldId", ids(added));
        return added;
    }

    public List<ObjectNode> updateFields(Ref ref, String userid, List<Input> changes) {
        edits.requireRight(ref, userid);
        var updated = fields.update(ref, changes);
        edits.tell(ref, userid, "update_filed", "FieldId", ids(updated));
        return updated;
    }

    public void deleteFields(Ref ref, String userid, List<String> ids) {
        edits.requireRight(ref, userid);
        fields.delete(ref, ids);
        edits.tell(ref, userid, "delete_filed", "FieldId", ids);
    }

    /** The key of the sheet's incoming webhook. */
    public String hookKey(Ref ref, String userid) {
        edits.requireRight(ref, userid);
        return hooks.keyOf(ref);
    }

    private static List<String> ids(List<ObjectNode> fields) {
        return fields.stream().map(field -> field.path("field_id").asText()).toList();
    }
}
