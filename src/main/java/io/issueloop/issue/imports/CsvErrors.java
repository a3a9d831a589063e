package io.issueloop.issue.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** As CSV, UTF-8 with BOM, which spreadsheets need to see Chinese. */
final class CsvErrors extends ErrorRows {

    private final CSVPrinter printer;

    CsvErrors(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        printer.printRecord(head());
    }

    @Override
    void write(List<String> cells) throws IOException {
        printer.printRecord(cells);
    }

    @Override
    void finish() throws IOException {
        printer.flush();
    }
}
