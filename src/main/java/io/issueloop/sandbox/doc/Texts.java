package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;

/** The text of documents: paragraphs that end in a line feed, and a version counted up. */
public final class Texts {

    private final Table texts;

    Texts(Store store) {
        this.texts = store.table("doc_texts");
    }

    /** A document's content. An empty one is one empty paragraph. */
    public record Content(long version, String text) {}

    void create(String docid) {
        save(docid, new Content(1, "\n"));
    }

    public Content of(String docid) {
        return texts.get(docid)
                .map(t -> new Content(t.path("version").asLong(), t.path("text").asText()))
                .orElse(new Content(0, "\n"));
    }

    void save(String docid, Content content) {
        ObjectNode node =
                Json.object().put("version", content.version()).put("text", content.text());
        texts.put(docid, node);
    }
}
