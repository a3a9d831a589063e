package io.issueloop.process.deployment;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * Tells the next start that a version is a person's decision, even where it says what a file said.
 */
@Component
public class EditedModels {

    private final ModelLineage lineage;

    EditedModels(ModelLineage lineage) {
        this.lineage = lineage;
    }

    /**
     * A later file of the product does not replace this content.
     *
     * @param file path such as {@code bpmn/issue_lifecycle.bpmn}
     */
    public void remember(String file, String content) {
        var model = new ModelFile(file, content.getBytes(StandardCharsets.UTF_8));
        lineage.decidedByPerson(model);
    }
}
