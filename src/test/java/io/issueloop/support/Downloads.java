package io.issueloop.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** Files a person took away, opened as the person would. */
public final class Downloads {

    private static final String BOM = "\uFEFF";

    private Downloads() {}

    static @Nullable Path only(Path folder) {
        try (var files = Files.list(folder)) {
            var there = files.toList();
            var isWhole = there.size() == 1 && !there.get(0).toString().endsWith(".crdownload");
            return isWhole && Files.size(there.get(0)) > 0 ? there.get(0) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first sheet's rows. */
    public static List<List<String>> workbook(Path file) {
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream().map(cell -> cell.getText()).toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text that says how it is encoded, so that Excel shows Chinese. */
    public static List<String> csv(Path file) {
        try {
            var text = Files.readString(file, UTF_8);
            if (!text.startsWith(BOM)) {
                throw new AssertionError(file + " has no byte order mark");
            }
            return text.substring(1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
