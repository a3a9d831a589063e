package io.issueloop.operations.backup;

import java.util.List;

/**
 * A table and the columns in which data is kept (none that PostgreSQL generates).
 *
 * @param name as in the catalogue, in the schema {@code public}
 */
record Table(String name, List<String> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    String quoted() {
        return quote(name);
    }

    /** {@code "name" ("a", "b")}, for {@code copy}. */
    String withColumns() {
        return columns.stream()
                .map(Table::quote)
                .collect(java.util.stream.Collectors.joining(", ", quoted() + " (", ")"));
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
