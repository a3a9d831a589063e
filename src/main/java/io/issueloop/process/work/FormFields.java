package io.issueloop.process.work;

import io.issueloop.process.ProcessVariables;
import io.issueloop.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person entered in a form: taken out of the engine in the transaction that completes the
 * task, so that nothing of it stays there (design.md §4 Forms). What the form only shows is local
 * to the task and ends with it.
 */
public final class FormFields {

    private static final int MAX_LENGTH = 2000;

    private final Map<String, String> values;

    private FormFields(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @throws Refused when a field is longer than 2,000 characters
     */
    public static FormFields takenFrom(DelegateTask task) {
        return taken(task.getVariables(), task.getVariableNamesLocal(), task.getExecution());
    }

    /**
     * The same for a form that starts a process.
     *
     * @throws Refused when a field is longer than 2,000 characters
     */
    public static FormFields takenFrom(DelegateExecution execution) {
        return taken(execution.getVariables(), Set.of(), execution);
    }

    private static FormFields taken(
            Map<String, Object> entered, Set<String> shown, DelegateExecution execution) {
        Map<String, String> values = new HashMap<>();
        entered.forEach(
                (name, value) -> {
                    if (!ProcessVariables.isDeclared(name)
                            && !shown.contains(name)
                            && value != null) {
                        values.put(name, value.toString());
                    }
                });
        values.values().forEach(FormFields::requireShort);
        execution.removeVariables(List.copyOf(values.keySet()));
        return new FormFields(values);
    }

    private static void requireShort(String value) {
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new Refused("每一项最多 %d 字，请精简".formatted(MAX_LENGTH));
        }
    }

    /** The field's text; empty when not filled. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value.equals(values.get(name));
    }
}
