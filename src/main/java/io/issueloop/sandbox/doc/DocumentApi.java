package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.doc.Texts.Content;
import io.issueloop.sandbox.state.Json;

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
        return Reply.ok().with("version", content.version()).with("document", tree(content.text()));
    }

    private Reply update(Call call) {
        var docid = requireText(call.body());
        var content = texts.of(docid);
        var requests = call.body().requireList("requests").objects("requests", 30);
        long version = call.body().number("version", content.version());
        if (version > content.version() || version < content.version() - OLDEST_VERSION) {
            throw ApiError.invalid("version " + version + " does not fit " + content.version());
        }
        var edit = new TextEdit(content.text());
        requests.forEach(edit::apply);
        texts.save(docid, new Content(content.version() + 1, edit.text()));
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

    /** Document → Paragraph → Run, each with its positions; a paragraph's end counts one. */
    private static ObjectNode tree(String text) {
        var root = node("Document", 0, text.length());
        root.put("text", text);
        var paragraphs = root.putArray("children");
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin) + 1;
            var paragraph = node("Paragraph", begin, end);
            var run = node("Run", begin, end - 1).put("text", text.substring(begin, end - 1));
            paragraph.set("children", Json.array().add(run));
            paragraphs.add(paragraph.put("text", text.substring(begin, end)));
            begin = end;
        }
        return root;
    }

    private static ObjectNode node(String type, int begin, int end) {
        var node = Json.object().put("begin", begin).put("end", end).put("type", type);
        node.set("property", Json.object());
        return node;
    }
}
