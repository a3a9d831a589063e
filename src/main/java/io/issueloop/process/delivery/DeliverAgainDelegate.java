package io.issueloop.process.delivery;

import static io.issueloop.process.ProcessVariables.EFFECT;
import static io.issueloop.process.ProcessVariables.SUBJECT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.delivery.Deliveries;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Gives a delivery that had failed another try, as Cockpit does, or asks for a new delivery. */
@Component
class DeliverAgainDelegate implements JavaDelegate {

    private final Deliveries deliveries;
    private final ManagementService management;

    DeliverAgainDelegate(Deliveries deliveries, ManagementService management) {
        this.deliveries = deliveries;
        this.management = management;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var instance = execution.getProcessInstanceId();
        var failed = management.createJobQuery().processInstanceId(instance).list();
        if (failed.isEmpty()) {
            var subject = SUBJECT.find(execution).orElse("");
            deliveries.request(businessKey(execution), EFFECT.from(execution), subject);
        }
        failed.stream().map(Job::getId).forEach(job -> management.setJobRetries(job, 1));
    }
}
