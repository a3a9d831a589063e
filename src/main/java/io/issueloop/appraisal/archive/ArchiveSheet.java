package io.issueloop.appraisal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A snapshot as xlsx; the same snapshot gives the same bytes. Texts are texts, never formulas. */
@Component
class ArchiveSheet {

    private static final String HEAD = "E9F0FC";

    private final KeptRows kept;

    ArchiveSheet(KeptRows kept) {
        this.kept = kept;
    }

    void write(ArchivePart part, OutputStream out) throws IOException {
        var head = kept.head(part.quarter(), part.revision()).orElseThrow();
        try (var written = ArchiveFile.of(raw -> sheets(part, head, raw))) {
            FixedZip.copy(written.path(), OffsetDateTime.parse(head.lockedAt()).toInstant(), out);
        }
    }

    /** One after the other, each finished before the next begins. */
    private void sheets(ArchivePart part, SnapshotHead head, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "IssueLoop", "1.0")) {
            var cover = workbook.newWorksheet("说明");
            ArchiveCover.write(cover, head, part);
            cover.finish();
            if (part.isFirst()) {
                var numbers = new ArchiveValues(workbook, head);
                kept.values(part, numbers::add);
                numbers.finish();
            }
            var lines = new ArchiveLines(workbook);
            kept.lines(part, lines::add);
            lines.finish();
        }
    }

    static void titles(Worksheet sheet, List<String> titles) {
        texts(sheet, 0, 0, titles.toArray(String[]::new));
        sheet.range(0, 0, 0, titles.size() - 1).style().bold().fillColor(HEAD).set();
        sheet.freezePane(0, 1);
        for (int column = 0; column < titles.size(); column++) {
            sheet.width(column, titles.get(column).equals("原因") ? 48 : 16);
        }
    }

    static void texts(Worksheet sheet, int row, int from, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, from + i, texts[i]);
        }
    }

    static void number(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, new BigDecimal(text).stripTrailingZeros());
        }
    }

    /** A step that writes to the file. */
    interface Writing {

        void run() throws IOException;
    }

    static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
