package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file: UTF-8 with or without BOM, else GBK; comma, semicolon or tab. */
final class CsvRows {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private CsvRows() {}

    /** Read as it is asked for; to be closed. */
    static Stream<FileRow> of(Path file) throws IOException {
        var charset = isUtf8(file) ? StandardCharsets.UTF_8 : GBK;
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(file, charset))
                        .setIgnoreEmptyLines(false)
                        .get();
        var parser = format.parse(reader(file, charset));
        return StreamSupport.stream(parser.spliterator(), false)
                .map(CsvRows::row)
                .onClose(
                        () -> {
                            try {
                                parser.close();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    private static FileRow row(CSVRecord row) {
        var cells = row.stream().map(cell -> FormulaGuard.read(cell.strip())).toList();
        return new FileRow(Math.toIntExact(row.getRecordNumber()), cells);
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var buffer = new char[8192];
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(withoutBom(file), charset));
    }

    private static InputStream withoutBom(Path file) throws IOException {
        var in = new PushbackInputStream(Files.newInputStream(file), 3);
        var start = in.readNBytes(3);
        var isBom =
                start.length == 3
                        && start[0] == (byte) 0xEF
                        && start[1] == (byte) 0xBB
                        && start[2] == (byte) 0xBF;
        if (!isBom) {
            in.unread(start);
        }
        return in;
    }

    private static char delimiter(Path file, Charset charset) throws IOException {
        try (var reader = new BufferedReader(reader(file, charset))) {
            var header = reader.readLine();
            if (header == null) {
                throw new Refused("文件是空的");
            }
            return DELIMITERS.stream()
                    .max((one, other) -> Long.compare(count(header, one), count(header, other)))
                    .filter(most -> count(header, most) > 0)
                    .orElse(',');
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
