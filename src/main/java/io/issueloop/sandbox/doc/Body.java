package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document while it is edited: its characters, where a few stand for what is not text (an image,
 * a page break, the edges of tables), the images in their order, and the styles of ranges. Every
 * character counts one position.
 */
final class Body {

    static final char IMAGE = '\uFFFC';
    static final char PAGE = '\f';
    static final char TABLE = '\uE000';
    static final char ROW = '\uE001';
    static final char CELL = '\uE002';
    static final char END = '\uE003';

    private static final Pattern WELL_FORMED =
            Pattern.compile(
                    "(?:[^\uE000-\uE003\n]*+\n|\uE000(?:\uE001(?:\uE002(?:[^\uE000-\uE003\n]*+\n)++)++)++\uE003)*+");

    private final StringBuilder text;
    private final List<JsonNode> images = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();

    /** What a range looks like: bold, color, background_color. */
    record Style(int from, int to, ObjectNode property) {

        Style shifted(int at, int by) {
            return new Style(from >= at ? from + by : from, to > at ? to + by : to, property);
        }

        Style without(int start, int end) {
            return new Style(moved(from, start, end), moved(to, start, end), property);
        }

        private static int moved(int position, int start, int end) {
            return position <= start ? position : Math.max(start, position - (end - start));
        }

        boolean isEmpty() {
            return from >= to;
        }
    }

    Body(Texts.Content content) {
        this.text = new StringBuilder(content.text());
        content.images().forEach(images::add);
        for (var style : content.styles()) {
            var property = (ObjectNode) style.path("property");
            styles.add(new Style(style.path("from").asInt(), style.path("to").asInt(), property));
        }
    }

    Texts.Content content(long version) {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw ApiError.invalid("the edit would break a table");
        }
        var list = Json.array();
        for (var style : styles) {
            list.addObject()
                    .put("from", style.from())
                    .put("to", style.to())
                    .set("property", style.property());
        }
        return new Texts.Content(version, text.toString(), Json.array().addAll(images), list);
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    void insert(int index, String what) {
        text.insert(index, what);
        styles.replaceAll(style -> style.shifted(index, what.length()));
    }

    void insertImage(int index, ObjectNode image) {
        images.add(imagesBefore(index), image);
        insert(index, String.valueOf(IMAGE));
    }

    void delete(int start, int end) {
        images.subList(imagesBefore(start), imagesBefore(end)).clear();
        text.delete(start, end);
        styles.replaceAll(style -> style.without(start, end));
        styles.removeIf(Style::isEmpty);
    }

    void style(int from, int to, ObjectNode property) {
        styles.add(new Style(from, to, property));
    }

    private int imagesBefore(int index) {
        return (int) text.chars().limit(index).filter(c -> c == IMAGE).count();
    }
}
