package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import java.util.List;

/**
 * A document's admin deletes it or lets somebody in, in the client: called back as {@code
 * doc_change} (page 97833) where it is the app's document.
 */
public final class MemberDocs {

    private final Docs docs;
    private final Contacts contacts;
    private final Callbacks callbacks;

    MemberDocs(Docs docs, Contacts contacts, Callbacks callbacks) {
        this.docs = docs;
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    public void delete(String docid, String userid) {
        requireAdmin(docid, userid);
        boolean told = !docs.isMembers(docid);
        docs.delete(docid);
        tell(told, userid, "delete_doc", docid);
    }

    /**
     * @param auth 1 read, 2 write, 7 admin
     */
    public void share(String docid, String userid, String with, int auth) {
        var doc = requireAdmin(docid, userid);
        if (contacts.member(with).isEmpty()) {
            throw new IllegalArgumentException("没有这个成员：" + with);
        }
        var members = Docs.without((ArrayNode) doc.path("doc_member_list"), List.of(with));
        members.addObject().put("type", 1).put("userid", with).put("auth", auth);
        doc.set("doc_member_list", members);
        docs.save(doc);
        tell(!docs.isMembers(docid), userid, "doc_member_change", docid);
    }

    private ObjectNode requireAdmin(String docid, String userid) {
        var doc = docs.find(docid).orElseThrow();
        if (!docs.isAdmin(doc, userid)) {
            throw new SecurityException("只有文档管理员可以这样做");
        }
        return doc;
    }

    private void tell(boolean told, String userid, String change, String docid) {
        if (told) {
            callbacks.send(
                    Event.of(userid, "doc_change").text("ChangeType", change).text("DocId", docid));
        }
    }
}
