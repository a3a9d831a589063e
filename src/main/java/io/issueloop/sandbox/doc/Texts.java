package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ArrayNode;
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

    /**
     * A document's content: characters, images in their order, styles of ranges. An empty one is
     * one empty paragraph.
     */
    public record Content(long version, String text, ArrayNode images, ArrayNode styles) {

        static Content empty(long version) {
            return new Content(version, "\n", Json.array(), Json.array());
        }
    }

    void create(String docid) {
        save(docid, Content.empty(1));
    }

    public Content of(String docid) {
        return texts.get(docid)
                .map(
                        t ->
                                new Content(
                                        t.path("version").asLong(),
                                        t.path("text").asText(),
                                        t.withArray("images"),
                                        t.withArray("styles")))
                .orElse(Content.empty(0));
    }

    /** As {@code document/get} shows it. */
    public ObjectNode tree(String docid) {
        return Tree.of(of(docid));
    }

    void save(String docid, Content content) {
        ObjectNode node =
                Json.object().put("version", content.version()).put("text", content.text());
        node.set("images", content.images());
        node.set("styles", content.styles());
        texts.put(docid, node);
    }
}
