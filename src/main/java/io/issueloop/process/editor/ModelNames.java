package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnLint.camunda;

import io.issueloop.model.ModelState;
import io.issueloop.model.ModelType;
import io.issueloop.model.ModelVersion;
import io.issueloop.process.gate.XmlModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people call each model; a form is called by the tasks that use it. */
@Component
class ModelNames {

    private final StoredModels stored;
    private final ShippedModels shipped;

    /** Names of tasks by form, of each process version; a deployed version never changes. */
    private final Map<String, Map<String, String>> tasks = new ConcurrentHashMap<>();

    ModelNames(StoredModels stored, ShippedModels shipped) {
        this.stored = stored;
        this.shipped = shipped;
    }

    List<ModelState> overview() {
        var all = stored.latest();
        var behind =
                stored.behind().stream()
                        .collect(
                                Collectors.toMap(
                                        StoredModels.Behind::key, StoredModels.Behind::instances));
        var forms = forms(all);
        return all.stream().map(one -> state(one, behind, forms)).toList();
    }

    private ModelState state(StoredModel one, Map<String, Long> behind, Map<String, String> forms) {
        var key = one.id().key();
        var before = one.id().type() == ModelType.BPMN ? behind.getOrDefault(key, 0L) : 0L;
        var version = one.version();
        var name =
                one.id().type() == ModelType.FORM ? forms.getOrDefault(key, key) : version.name();
        return new ModelState(
                one.id(),
                new ModelVersion(
                        version.version(),
                        name,
                        version.source(),
                        version.deployedAt(),
                        version.running()),
                version.running() + before,
                before,
                shipped.content(one.id()).filter(text -> !one.says(text)).isPresent());
    }

    private Map<String, String> forms(List<StoredModel> all) {
        var names = new TreeMap<String, String>();
        for (var process : all) {
            if (process.id().type() == ModelType.BPMN) {
                tasks.computeIfAbsent(process.definition(), id -> tasksByForm(process))
                        .forEach((form, task) -> names.merge(form, task, ModelNames::both));
            }
        }
        return names;
    }

    private static Map<String, String> tasksByForm(StoredModel process) {
        return XmlModel.elements(process.bytes()).orElse(List.of()).stream()
                .filter(element -> !camunda(element, "formRef").isEmpty())
                .collect(
                        Collectors.toMap(
                                element -> camunda(element, "formRef"),
                                BpmnLint::title,
                                ModelNames::both));
    }

    private static String both(String one, String other) {
        return one.contains(other) ? one : one + "、" + other;
    }
}
