package io.issueloop.issue.imports;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param line as the person counts, from 1
 * @param cells stripped texts; a cell of a spreadsheet that holds a number or a date is its plain
 *     number
 */
record FileRow(int line, List<String> cells) {

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
