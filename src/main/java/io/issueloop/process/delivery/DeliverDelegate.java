package io.issueloop.process.delivery;

import static io.issueloop.process.ProcessVariables.EFFECT;
import static io.issueloop.process.ProcessVariables.SKIPPED;
import static io.issueloop.process.ProcessVariables.SUBJECT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.NotNow;
import io.issueloop.delivery.Outcome;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Performs one effect, or says by the error {@code BY_HAND} that a person is to do it. What fails
 * names the issue and the effect, so that the incident in Cockpit says what is missing.
 */
@Component
class DeliverDelegate implements JavaDelegate {

    private final Deliveries deliveries;
    private final HandTasks handTasks;
    private final TransactionTemplate outside;

    DeliverDelegate(
            Deliveries deliveries, HandTasks handTasks, PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.handTasks = handTasks;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = outside.execute(status -> perform(execution));
        if (outcome == Outcome.SKIPPED) {
            SKIPPED.set(execution, true);
            handTasks.renewed(execution);
        } else if (outcome == Outcome.BY_HAND && !handTasks.joined(execution)) {
            throw new BpmnError("BY_HAND");
        }
    }

    private Outcome perform(DelegateExecution execution) {
        var key = businessKey(execution);
        var effect = EFFECT.from(execution);
        var subject = SUBJECT.find(execution).orElse("");
        try {
            return deliveries.perform(key, effect, subject, execution.getProcessInstanceId());
        } catch (NotNow later) {
            throw later;
        } catch (RuntimeException failed) {
            var message =
                    "%s 的%s未送达：%s".formatted(key, deliveries.label(effect), failed.getMessage());
            throw new DeliveryFailed(message, failed);
        }
    }

    /** Names the issue in the incident. */
    static class DeliveryFailed extends RuntimeException {
        DeliveryFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
