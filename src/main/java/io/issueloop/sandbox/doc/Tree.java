package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;

/**
 * A document as {@code document/get} shows it: Document → Paragraph → Run, Image or PageBreak, and
 * Table → TableRow → TableCell → Paragraph, each with the positions it covers.
 */
final class Tree {

    private final String text;
    private final Texts.Content content;
    private int at;
    private int image;

    private Tree(Texts.Content content) {
        this.content = content;
        this.text = content.text();
    }

    static ObjectNode of(Texts.Content content) {
        var tree = new Tree(content);
        var root = node("Document", 0);
        tree.fill(root, tree.text.length());
        return root.put("text", tree.text.replaceAll("[\uE000-\uE003]", "\n"));
    }

    /** Paragraphs and tables up to a position. */
    private void fill(ObjectNode parent, int end) {
        while (at < end) {
            children(parent).add(text.charAt(at) == Body.TABLE ? table() : paragraph());
        }
        parent.put("end", at);
    }

    private ObjectNode table() {
        var table = node("Table", at++);
        while (text.charAt(at) == Body.ROW) {
            var row = node("TableRow", at++);
            while (text.charAt(at) == Body.CELL) {
                var cell = node("TableCell", at++);
                fill(cell, cellEnd());
                children(row).add(cell);
            }
            children(table).add(row.put("end", at));
        }
        at++;
        return table.put("end", at);
    }

    private int cellEnd() {
        int end = at;
        while (text.charAt(end) < Body.TABLE || text.charAt(end) > Body.END) {
            end++;
        }
        return end;
    }

    private ObjectNode paragraph() {
        var paragraph = node("Paragraph", at);
        int end = text.indexOf('\n', at);
        paragraph.put("text", text.substring(at, end + 1));
        children(paragraph);
        int begin = at;
        for (; at < end; at++) {
            if (isObject(text.charAt(at))) {
                run(paragraph, begin, at);
                children(paragraph).add(object());
                begin = at + 1;
            } else if (at > begin && !property(at).equals(property(begin))) {
                run(paragraph, begin, at);
                begin = at;
            }
        }
        run(paragraph, begin, end);
        at = end + 1;
        return paragraph.put("end", at);
    }

    private static boolean isObject(char c) {
        return c == Body.IMAGE || c == Body.PAGE;
    }

    private ObjectNode object() {
        if (text.charAt(at) == Body.PAGE) {
            return node("PageBreak", at).put("end", at + 1);
        }
        var node = node("Image", at).put("end", at + 1);
        node.set("property", content.images().path(image++));
        return node;
    }

    private void run(ObjectNode paragraph, int begin, int end) {
        if (begin < end || children(paragraph).isEmpty() && begin == end) {
            var run = node("Run", begin).put("end", end).put("text", text.substring(begin, end));
            run.set("property", property(begin));
            children(paragraph).add(run);
        }
    }

    /** Later styles win. */
    private ObjectNode property(int position) {
        var property = Json.object();
        for (var style : content.styles()) {
            if (style.path("from").asInt() <= position && position < style.path("to").asInt()) {
                property.setAll((ObjectNode) style.path("property"));
            }
        }
        return property;
    }

    private static ArrayNode children(ObjectNode node) {
        return node.withArray("children");
    }

    private static ObjectNode node(String type, int begin) {
        var node = Json.object().put("begin", begin).put("end", begin).put("type", type);
        node.set("property", Json.object());
        return node;
    }
}
