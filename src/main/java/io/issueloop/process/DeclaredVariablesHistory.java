package io.issueloop.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Full history, except that form fields leave no trace: what people wrote belongs to the domain
 * (design.md §4 Forms).
 */
class DeclaredVariablesHistory extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
        if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            return false;
        }
        return !(entity instanceof VariableInstanceEntity variable)
                || ProcessVariables.isDeclared(variable.getName());
    }
}
