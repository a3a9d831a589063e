package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * A snapshot as JSON, one number or line a row; the same snapshot gives the same bytes. Where there
 * are several files, each says which it is and begins with the same head.
 */
@Component
class ArchiveJson {

    private final KeptRows kept;
    private final ObjectMapper json;

    ArchiveJson(KeptRows kept, ObjectMapper json) {
        this.kept = kept;
        this.json = json;
    }

    void write(ArchivePart part, OutputStream out) throws IOException {
        try (var writer = json.createGenerator(out)) {
            writer.writeStartObject();
            var head = kept.head(part.quarter(), part.revision()).orElseThrow();
            writer.writeObjectField("quarter", head);
            if (part.isOneOfMany()) {
                writer.writeNumberField("part", part.number());
                writer.writeNumberField("parts", part.parts());
            }
            if (part.isFirst()) {
                writer.writeArrayFieldStart("values");
                kept.values(part, value -> row(writer, value));
                writer.writeEndArray();
            }
            writer.writeArrayFieldStart("lines");
            kept.lines(part, line -> row(writer, line));
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
