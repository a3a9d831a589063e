package io.issueloop.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The corp a new sandbox starts with. */
final class SampleOrganisation {

    private SampleOrganisation() {}

    static ObjectNode read() {
        try (var in = new ClassPathResource("sandbox/organisation.json").getInputStream()) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
