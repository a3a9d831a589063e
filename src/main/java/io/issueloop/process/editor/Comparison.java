package io.issueloop.process.editor;

import io.issueloop.model.Change;
import io.issueloop.model.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed between the parts of two contents, in words. */
final class Comparison {

    private static final int SHORT = 80;

    /** No value has a line break: what reads the text again can tell where the next one begins. */
    private static final String AND = "；\n";

    private Comparison() {}

    static List<Change> of(List<Part> before, List<Part> after) {
        var old = byId(before);
        var now = byId(after);
        var changes = new ArrayList<Change>();
        now.forEach(
                (id, part) ->
                        Optional.ofNullable(old.get(id))
                                .map(was -> changed(was, part))
                                .orElseGet(() -> Optional.of(whole(Kind.ADDED, "新增%s", part)))
                                .ifPresent(changes::add));
        old.forEach(
                (id, part) -> {
                    if (!now.containsKey(id)) {
                        changes.add(whole(Kind.REMOVED, "删除%s", part));
                    }
                });
        return changes;
    }

    private static Map<String, Part> byId(List<Part> parts) {
        var map = new LinkedHashMap<String, Part>();
        parts.forEach(part -> map.put(part.id(), part));
        return map;
    }

    private static Change whole(Kind kind, String words, Part part) {
        return new Change(kind, part.id(), part.name(), words.formatted(part.title()));
    }

    private static Optional<Change> changed(Part was, Part is) {
        var words = new ArrayList<String>();
        var labels = new LinkedHashSet<>(was.facets().keySet());
        labels.addAll(is.facets().keySet());
        for (var label : labels) {
            var from = was.facets().getOrDefault(label, "");
            var to = is.facets().getOrDefault(label, "");
            if (!from.equals(to)) {
                words.add(difference(label, from, to));
            }
        }
        if (!words.isEmpty()) {
            var text = "修改%s：%s".formatted(was.title(), String.join(AND, words));
            return Optional.of(new Change(Kind.CHANGED, is.id(), is.name(), text));
        }
        return was.place().isEmpty() || was.place().equals(is.place())
                ? Optional.empty()
                : Optional.of(
                        new Change(Kind.MOVED, is.id(), is.name(), "移动%s".formatted(is.title())));
    }

    private static String difference(String label, String from, String to) {
        if (from.isEmpty()) {
            return "%s设为“%s”".formatted(label, cut(to));
        }
        return to.isEmpty()
                ? "去掉%s“%s”".formatted(label, cut(from))
                : "%s“%s”→“%s”".formatted(label, cut(from), cut(to));
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }
}
