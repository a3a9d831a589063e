package io.issueloop.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable, declared once with its type; only what routes is a variable (style.md §3).
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /**
     * @throws IllegalStateException when the variable is not set
     */
    public T from(VariableScope scope) {
        return find(scope)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "process variable '" + name + "' is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
