package io.issueloop.process.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;

/**
 * Start forms with today's projects to choose from. A start form has no variables its choices could
 * come from, so that they are written into the form when Tasklist fetches it, in the place of
 * {@code "valuesKey": "projectChoices"}.
 */
class ProjectChoices extends FormServiceImpl {

    private static final String CHOICES = "projectChoices";

    private final ObjectMapper json = new ObjectMapper();
    private final Supplier<List<String>> projects;

    ProjectChoices(Supplier<List<String>> projects) {
        this.projects = projects;
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        try (var form = super.getDeployedStartForm(processDefinitionId)) {
            var content = form.readAllBytes();
            return new ByteArrayInputStream(filled(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] filled(byte[] content) throws IOException {
        var form = json.readTree(content);
        var found = false;
        for (var field : form.path("components")) {
            if (field.path("valuesKey").asText().equals(CHOICES)) {
                fill((ObjectNode) field);
                found = true;
            }
        }
        return found ? json.writeValueAsBytes(form) : content;
    }

    private void fill(ObjectNode field) {
        field.remove("valuesKey");
        var values = field.putArray("values");
        projects.get().forEach(name -> values.add(choice(name)));
    }

    private JsonNode choice(String name) {
        return json.createObjectNode().put("label", name).put("value", name);
    }
}
