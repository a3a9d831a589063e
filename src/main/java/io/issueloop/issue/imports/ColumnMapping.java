package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where in a file's rows each column stands, and what of the file nobody reads. */
final class ColumnMapping {

    private final Map<ImportColumn, Integer> places;
    private final List<String> ignored;

    private ColumnMapping(Map<ImportColumn, Integer> places, List<String> ignored) {
        this.places = places;
        this.ignored = ignored;
    }

    /**
     * Reads a file's head.
     *
     * @param chosen what people said: column to the file's own name for it; a column they did not
     *     speak of is found by its own name
     * @throws Refused when a required column is missing, or one stands there twice
     */
    static ColumnMapping of(List<String> head, Map<ImportColumn, String> chosen) {
        var places = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (var column : ImportColumn.values()) {
            var name = chosen.getOrDefault(column, column.label());
            if (head.indexOf(name) != head.lastIndexOf(name) && !name.isEmpty()) {
                throw new Refused("列“%s”出现了两次，请只保留一列".formatted(name));
            }
            if (!name.isEmpty() && head.contains(name)) {
                places.put(column, head.indexOf(name));
            }
        }
        requireAll(places);
        var ignored = new ArrayList<String>();
        for (int index = 0; index < head.size(); index++) {
            if (!places.containsValue(index) && !head.get(index).isEmpty()) {
                ignored.add(head.get(index));
            }
        }
        return new ColumnMapping(places, List.copyOf(ignored));
    }

    private static void requireAll(Map<ImportColumn, Integer> places) {
        var missing =
                Arrays.stream(ImportColumn.values())
                        .filter(column -> column.isRequired() && !places.containsKey(column))
                        .map(ImportColumn::label)
                        .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new Refused("文件缺少必需的列：%s。请改列名，或在页面上指定对应的列".formatted(missing));
        }
    }

    /** The row's text in that column; empty where the file has no such column. */
    String cell(FileRow row, ImportColumn column) {
        var place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** What the file calls columns that nobody reads. */
    List<String> ignored() {
        return ignored;
    }

    /** All fourteen cells of a row, by column, for people to read. */
    Map<ImportColumn, String> shown(FileRow row) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (var column : ImportColumn.values()) {
            var text = cell(row, column);
            cells.put(column, column.isTime() ? ImportTime.shown(text) : text);
        }
        return cells;
    }
}
