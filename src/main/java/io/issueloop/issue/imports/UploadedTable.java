package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import io.issueloop.shared.Zones;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small xlsx or CSV table that is read as a whole, for imports that are not of issues. */
public final class UploadedTable {

    private static final int MAX_ROWS = 5_000;

    private UploadedTable() {}

    /**
     * @param line as the person counts, from 1
     * @param cells by the name of their column
     */
    public record Line(int line, Map<String, String> cells) {

        /** Stripped; empty where there is none. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The day in Asia/Shanghai; empty where the cell holds none. */
        public Optional<LocalDate> day(String column) {
            return ImportTime.read(text(column))
                    .map(instant -> LocalDate.ofInstant(instant, Zones.REPORTING));
        }
    }

    /**
     * Every row that holds anything.
     *
     * @throws Refused when it cannot be read, a column is missing, or it is too large
     */
    public static List<Line> read(InputStream content, List<String> columns) throws IOException {
        var file = Files.createTempFile("table-", ".tmp");
        try {
            copy(content, file);
            var sheet = new Spreadsheet(file);
            var head = sheet.head();
            for (var column : columns) {
                if (!head.contains(column)) {
                    throw new Refused(
                            "缺少列“%s”，需要的列：%s".formatted(column, String.join("、", columns)));
                }
            }
            var lines = new ArrayList<Line>();
            sheet.forEach(row -> add(lines, head, row));
            return lines;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(InputStream content, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var piece = content.readNBytes((int) ImportFiles.MAX_SIZE + 1);
            if (piece.length == 0) {
                throw new Refused("文件是空的");
            }
            if (piece.length > ImportFiles.MAX_SIZE) {
                throw new Refused("文件超过 %d MB，请拆分后导入".formatted(ImportFiles.MAX_SIZE >> 20));
            }
            out.write(piece);
        }
    }

    private static void add(List<Line> lines, List<String> head, FileRow row) {
        if (lines.size() == MAX_ROWS) {
            throw new Refused("一次最多导入 %d 行，请拆分后导入".formatted(MAX_ROWS));
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < head.size(); i++) {
            cells.put(head.get(i), row.cell(i));
        }
        lines.add(new Line(row.line(), cells));
    }
}
