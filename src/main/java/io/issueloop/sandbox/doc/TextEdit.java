package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The edits of {@code batch_update}, one after the other, page 97626. */
final class TextEdit {

    private final Body body;
    private final Map<String, Consumer<Input>> operations =
            Map.of(
                    "insert_text", this::insertText,
                    "insert_paragraph", in -> body().insert(index(in), "\n"),
                    "insert_page_break", in -> body().insert(index(in), String.valueOf(Body.PAGE)),
                    "insert_image", this::insertImage,
                    "insert_table", this::insertTable,
                    "delete_content", in -> replace(in.object("range"), ""),
                    "replace_text", this::replaceAll,
                    "update_text_property", this::style);

    TextEdit(Body body) {
        this.body = body;
    }

    void apply(Input request) {
        if (request.json().size() != 1) {
            throw ApiError.invalid("one operation per request");
        }
        var name = request.json().fieldNames().next();
        var operation = operations.get(name);
        if (operation == null) {
            throw ApiError.invalid("unknown operation: " + name);
        }
        operation.accept(request.object(name));
    }

    private Body body() {
        return body;
    }

    private void insertText(Input in) {
        body.insert(index(in), plain(in.text("text")));
    }

    private void insertImage(Input in) {
        var image = Json.object().put("image_id", in.text("image_id"));
        image.put("width", in.between("width", 0, 0, 10_000));
        image.put("height", in.between("height", 0, 0, 10_000));
        body.insertImage(index(in), image);
    }

    /** A paragraph it is put into ends before it. */
    private void insertTable(Input in) {
        int rows = (int) in.between("rows", 0, 1, 100);
        int cols = (int) in.between("cols", 0, 1, 60);
        if (rows * cols > 1000) {
            throw ApiError.invalid("more than 1000 cells");
        }
        int index = index(in);
        var row = Body.ROW + (Body.CELL + "\n").repeat(cols);
        boolean inside = index > 0 && body.charAt(index - 1) != '\n' && !isEdge(index - 1);
        body.insert(index, (inside ? "\n" : "") + Body.TABLE + row.repeat(rows) + Body.END);
    }

    private boolean isEdge(int index) {
        return body.charAt(index) >= Body.TABLE && body.charAt(index) <= Body.END;
    }

    /** Ranges are given in the positions before the request; the last is replaced first. */
    private void replaceAll(Input in) {
        in.requireList("ranges").objects("ranges", 10).stream()
                .sorted((a, b) -> Long.compare(b.number("start_index"), a.number("start_index")))
                .forEach(range -> replace(range, plain(in.text("text", ""))));
    }

    private void style(Input in) {
        var given = in.object("text_property");
        var property = Json.object();
        if (given.has("bold")) {
            property.put("bold", given.flag("bold", false));
        }
        for (var name : List.of("color", "background_color")) {
            if (given.has(name)) {
                property.put(name, given.text(name));
                if (!given.text(name).matches("[0-9a-fA-F]{6}")) {
                    throw ApiError.invalid(name + " should be RRGGBB");
                }
            }
        }
        for (var range : in.requireList("ranges").objects("ranges", 10)) {
            body.style(start(range), end(range), property);
        }
    }

    private void replace(Input range, String what) {
        int start = start(range);
        body.delete(start, end(range));
        if (!what.isEmpty()) {
            body.insert(start, what);
        }
    }

    private int index(Input in) {
        long index = in.object("location").number("index");
        if (index < 0 || index >= body.length()) {
            throw ApiError.invalid("location.index not in 0.." + (body.length() - 1));
        }
        return (int) index;
    }

    private int start(Input range) {
        return (int) range.between("start_index", -1, 0, body.length() - 1L);
    }

    /** The paragraph end that closes the document stays. */
    private int end(Input range) {
        long end = start(range) + range.between("length", 0, 1, body.length());
        if (end > body.length() - 1) {
            throw ApiError.invalid("range not in 0.." + (body.length() - 1));
        }
        return (int) end;
    }

    /** What stands for an object in a document cannot be typed. */
    private static String plain(String text) {
        return text.replaceAll("[\uE000-\uE003\uFFFC\f]", "");
    }
}
