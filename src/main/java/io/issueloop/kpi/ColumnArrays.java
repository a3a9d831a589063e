package io.issueloop.kpi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Many rows as one array of texts per column, for {@code unnest} in a statement that casts them:
 * thousands of rows cost one statement instead of a parameter for every value.
 */
final class ColumnArrays<T> {

    private static final int BLOCK = 5_000;

    private final Map<String, Column<T>> columns = new LinkedHashMap<>();

    /** What a row has in a column; null stays null. */
    interface Column<T> {

        @Nullable Object of(T row);
    }

    ColumnArrays<T> with(String parameter, Column<T> column) {
        columns.put(parameter, column);
        return this;
    }

    /** Hands over the arrays of so many rows at a time, by the parameters' names. */
    void inBlocks(List<T> rows, Consumer<MapSqlParameterSource> statement) {
        for (int from = 0; from < rows.size(); from += BLOCK) {
            var block = rows.subList(from, Math.min(from + BLOCK, rows.size()));
            var arrays = new MapSqlParameterSource();
            columns.forEach((name, column) -> arrays.addValue(name, texts(block, column)));
            statement.accept(arrays);
        }
    }

    private static <T> @Nullable String[] texts(List<T> rows, Column<T> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.of(row), null))
                .toArray(String[]::new);
    }
}
