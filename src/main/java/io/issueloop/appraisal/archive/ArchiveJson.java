package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.kpi.Period;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** A snapshot as JSON, one number or line a row; the same snapshot gives the same bytes. */
@Component
class ArchiveJson {

    private final KeptRows kept;
    private final ObjectMapper json;

    ArchiveJson(KeptRows kept, ObjectMapper json) {
        this.kept = kept;
        this.json = json;
    }

    void write(Period quarter, int revision, OutputStream out) throws IOException {
        try (var writer = json.createGenerator(out)) {
            writer.writeStartObject();
            writer.writeObjectField("quarter", kept.head(quarter, revision).orElseThrow());
            writer.writeArrayFieldStart("values");
            kept.values(quarter, revision).forEach(value -> row(writer, value));
            writer.writeEndArray();
            writer.writeArrayFieldStart("lines");
            kept.lines(quarter, revision, line -> row(writer, line));
            writer.writeEndArray();
            writer.writeEndObject();
            writer.writeRaw('\n');
        }
    }

    private static void row(JsonGenerator writer, Record row) {
        try {
            writer.writeRaw('\n');
            writer.writeObject(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
