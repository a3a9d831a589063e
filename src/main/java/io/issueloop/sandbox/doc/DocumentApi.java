package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;

/** Reading and editing a document's text, page 97626. Edits are all or nothing. */
final class DocumentApi implements Endpoints.Area {

    private static final int OLDEST_VERSION = 100;

    private final Docs docs;
    private final Texts texts;

    DocumentApi(Docs docs, Texts texts) {
        this.docs = docs;
        this.texts = texts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/document/get", this::get)
                .post("wedoc/document/batch_update", this::update);
    }

    private Reply get(Call call) {
        var content = texts.of(requireText(call.body()));
        return Reply.ok().with("version", content.version()).with("document", Tree.of(content));
    }

    private Reply update(Call call) {
        var docid = requireText(call.body());
        var content = texts.of(docid);
        var requests = call.body().requireList("requests").objects("requests", 30);
        long version = call.body().number("version", content.version());
        if (version > content.version() || version < content.version() - OLDEST_VERSION) {
            throw ApiError.invalid("version " + version + " does not fit " + content.version());
        }
        var body = new Body(content);
        requests.forEach(new TextEdit(body)::apply);
        texts.save(docid, body.content(content.version() + 1));
        docs.touch(docid);
        return Reply.ok();
    }

    private String requireText(Input body) {
        var doc = docs.require(body.text("docid"));
        if (doc.path("doc_type").asInt() != Docs.TEXT_DOCUMENT) {
            throw ApiError.invalid("docid is not a document");
        }
        return doc.path("docid").asText();
    }
}
