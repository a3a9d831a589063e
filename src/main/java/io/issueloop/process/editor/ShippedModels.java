package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The product's own files, beside what people made of them. */
@Component
class ShippedModels {

    Optional<String> content(ModelId id) {
        var file = new ClassPathResource(id.file());
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
