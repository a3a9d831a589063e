package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import io.issueloop.model.ModelVersion;
import java.nio.charset.StandardCharsets;

/** One version of a model in the engine, with its content. */
record StoredModel(ModelId id, ModelVersion version, String definition, byte[] bytes) {

    String content() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean says(String text) {
        return lines(content()).equals(lines(text));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
