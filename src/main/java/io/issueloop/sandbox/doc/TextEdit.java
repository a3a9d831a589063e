package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;

/**
 * Edits on a text, one after the other, page 97626. Insertion of tables, images and page breaks and
 * text properties are not part of the sandbox yet and are refused.
 */
final class TextEdit {

    private final StringBuilder text;

    TextEdit(String text) {
        this.text = new StringBuilder(text);
    }

    String text() {
        return text.toString();
    }

    void apply(Input request) {
        if (request.json().size() != 1) {
            throw ApiError.invalid("one operation per request");
        }
        var operation = request.json().fieldNames().next();
        var body = request.object(operation);
        switch (operation) {
            case "insert_text" -> insert(body.object("location"), body.text("text"));
            case "insert_paragraph" -> insert(body.object("location"), "\n");
            case "delete_content" -> replace(body.object("range"), "");
            case "replace_text" -> replaceAll(body);
            default -> throw ApiError.invalid("operation not supported: " + operation);
        }
    }

    /** Ranges are given in the positions before the request; the last is replaced first. */
    private void replaceAll(Input body) {
        body.requireList("ranges").objects("ranges", 10).stream()
                .sorted((a, b) -> Long.compare(b.number("start_index"), a.number("start_index")))
                .forEach(range -> replace(range, body.text("text", "")));
    }

    private void insert(Input location, String what) {
        long index = location.number("index");
        if (index < 0 || index >= text.length()) {
            throw ApiError.invalid("location.index not in 0.." + (text.length() - 1));
        }
        text.insert((int) index, what);
    }

    /** The paragraph end that closes the document stays. */
    private void replace(Input range, String what) {
        long start = range.number("start_index");
        long end = start + range.number("length");
        if (start < 0 || end <= start || end > text.length() - 1) {
            throw ApiError.invalid("range not in 0.." + (text.length() - 1));
        }
        text.replace((int) start, (int) end, what);
    }
}
