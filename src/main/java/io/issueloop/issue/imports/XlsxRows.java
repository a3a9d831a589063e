package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of an xlsx file. */
final class XlsxRows {

    private static final long MAX_UNPACKED = 300L << 20;

    /** The texts of all cells lie in one part, which the reader keeps in the heap. */
    private static final long MAX_TEXTS = 48L << 20;

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final int MAX_COLUMNS = 200;

    private XlsxRows() {}

    /** Read as it is asked for; to be closed. */
    static Stream<FileRow> of(Path file) throws IOException {
        requireHarmless(file);
        var workbook = new ReadableWorkbook(file.toFile());
        try {
            return workbook.getFirstSheet()
                    .openStream()
                    .map(XlsxRows::row)
                    .onClose(() -> close(workbook));
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw e;
        }
    }

    /** A file of some kilobytes may unpack to gigabytes: it is measured before it is read. */
    private static void requireHarmless(Path file) throws IOException {
        long unpacked = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                unpacked += unpacked(zip, entry, unpacked);
            }
        } catch (ZipException notOne) {
            throw new Refused("文件不是有效的 xlsx，请另存为 xlsx 或 CSV 后重试");
        }
        if (unpacked == 0) {
            throw new Refused("文件不是有效的 xlsx，请另存为 xlsx 或 CSV 后重试");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long before) throws IOException {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var in = zip.getInputStream(entry)) {
            for (int read; (read = in.read(buffer)) >= 0; ) {
                size += read;
                if (before + size > MAX_UNPACKED) {
                    throw new Refused("文件解开后超过 300 MB，请拆分后导入");
                }
                if (entry.getName().equals(TEXTS) && size > MAX_TEXTS) {
                    throw new Refused("文件中的文字超过 48 MB，请拆分，或另存为 CSV 后导入");
                }
            }
        }
        return size;
    }

    private static FileRow row(Row row) {
        var cells = new ArrayList<String>();
        int last = Math.min(row.getCellCount(), MAX_COLUMNS);
        for (int column = 0; column < last; column++) {
            cells.add(row.getOptionalCell(column).map(XlsxRows::text).orElse(""));
        }
        return new FileRow(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return plain(cell.asNumber());
        }
        if (cell.getType() == CellType.FORMULA) {
            var result = cell.getRawValue();
            return result == null ? "" : result.strip();
        }
        var text = cell.getText();
        return text == null ? "" : FormulaGuard.read(text.strip());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
