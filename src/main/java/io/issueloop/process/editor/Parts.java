package io.issueloop.process.editor;

import io.issueloop.model.ModelType;
import java.util.List;

/** Any model as its parts. */
final class Parts {

    private Parts() {}

    static List<Part> of(ModelType type, String content) {
        return switch (type) {
            case BPMN -> BpmnParts.of(content);
            case DMN -> DmnParts.of(content);
            case FORM -> FormParts.of(content);
        };
    }
}
