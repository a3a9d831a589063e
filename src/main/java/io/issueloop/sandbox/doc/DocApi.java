package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import java.util.List;

/** Life of documents: pages 97460, 97734, 97735, 97736. */
final class DocApi implements Endpoints.Area {

    private static final List<Long> TYPES = List.of(3L, 4L, 10L, 11L);

    private final Docs docs;
    private final Texts texts;
    private final Contacts contacts;
    private final Shelf shelf;
    private final FormDesk forms;

    DocApi(Docs docs, Texts texts, Contacts contacts, Shelf shelf, FormDesk forms) {
        this.docs = docs;
        this.texts = texts;
        this.contacts = contacts;
        this.shelf = shelf;
        this.forms = forms;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/create_doc", this::create)
                .post("wedoc/rename_doc", this::rename)
                .post("wedoc/del_doc", this::delete)
                .post("wedoc/get_doc_base_info", this::info)
                .post("wedoc/doc_share", this::share);
    }

    private Reply create(Call call) {
        var body = call.body();
        long type = body.number("doc_type");
        if (!TYPES.contains(type)) {
            throw ApiError.invalid("unknown doc_type: " + type);
        }
        if (body.has("spaceid") != body.has("fatherid")) {
            throw ApiError.invalid("spaceid and fatherid: both or none");
        }
        var admins = body.texts("admin_users", 100);
        admins.forEach(this::requireMember);
        var doc =
                docs.create(
                        (int) type, firstCharacters(body.text("doc_name")), admins, call.host());
        if (body.has("spaceid")) {
            var shown =
                    new Shelf.Doc(
                            (int) type, doc.path("doc_name").asText(), doc.path("url").asText());
            docs.grant(doc, shelf.put(body.text("spaceid"), body.text("fatherid"), shown));
        }
        if (type == Docs.TEXT_DOCUMENT) {
            texts.create(doc.path("docid").asText());
        }
        return Reply.ok().with("url", doc.path("url")).with("docid", doc.path("docid"));
    }

    private Reply rename(Call call) {
        var name = firstCharacters(call.body().text("new_name"));
        if (isForm(call)) {
            forms.rename(call.body().text("formid"), name);
        } else {
            docs.save(doc(call).put("doc_name", name));
        }
        return Reply.ok();
    }

    private Reply delete(Call call) {
        if (isForm(call)) {
            forms.delete(call.body().text("formid"));
        } else {
            docs.delete(doc(call).path("docid").asText());
        }
        return Reply.ok();
    }

    private Reply info(Call call) {
        var info = docs.require(call.body().text("docid"));
        return Reply.ok()
                .with(
                        "doc_base_info",
                        info.retain("docid", "doc_name", "create_time", "modify_time", "doc_type"));
    }

    private Reply share(Call call) {
        var url =
                isForm(call)
                        ? forms.url(call.body().text("formid"))
                        : doc(call).path("url").asText();
        return Reply.ok().with("share_url", url);
    }

    /** Exactly one of docid and formid. */
    private static boolean isForm(Call call) {
        if (call.body().has("docid") == call.body().has("formid")) {
            throw ApiError.invalid("docid or formid: exactly one");
        }
        return call.body().has("formid");
    }

    private ObjectNode doc(Call call) {
        return docs.require(call.body().text("docid"));
    }

    private void requireMember(String userid) {
        if (!contacts.sees(userid)) {
            throw new ApiError(60111, "userid not found: " + userid);
        }
    }

    /** Longer names are cut to 255, page 97460. */
    private static String firstCharacters(String name) {
        return name.length() <= 255 ? name : name.substring(0, 255);
    }

    static List<String> userids(List<Input> members) {
        return members.stream().map(m -> m.text("userid", "")).toList();
    }
}
