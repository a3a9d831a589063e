package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An xlsx or CSV file on its way through: its head, and its rows one after the other. */
final class Spreadsheet {

    private static final int ZIP = 0x504B;

    private final Path file;
    private final boolean xlsx;

    Spreadsheet(Path file) {
        this.file = file;
        this.xlsx = isXlsx(file);
    }

    boolean isXlsx() {
        return xlsx;
    }

    /**
     * The first row that holds anything.
     *
     * @throws Refused when there is none
     */
    List<String> head() {
        try (var rows = rows()) {
            return rows.filter(row -> !row.isBlank())
                    .findFirst()
                    .map(FileRow::cells)
                    .orElseThrow(() -> new Refused("文件是空的"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row after the head that holds anything, in the file's order. */
    void forEach(Consumer<FileRow> work) {
        try (var rows = rows()) {
            rows.filter(row -> !row.isBlank()).skip(1).forEachOrdered(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<FileRow> rows() throws IOException {
        try {
            return xlsx ? XlsxRows.of(file) : CsvRows.of(file);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            throw new Refused("文件读不出来，请另存为 xlsx 或 CSV 后重试");
        }
    }

    private static boolean isXlsx(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var start = in.readNBytes(2);
            return start.length == 2 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) == ZIP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
