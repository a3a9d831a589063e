package io.issueloop.process.delivery;

import io.issueloop.delivery.DeliveryProcess;
import io.issueloop.process.ProcessVariables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** One {@code wecom_delivery} per effect, started in the caller's transaction. */
@Component
class CamundaDeliveryProcess implements DeliveryProcess {

    private static final String WECOM_DELIVERY = "wecom_delivery";

    private final RuntimeService runtime;

    CamundaDeliveryProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(String businessKey, String effect, String subject) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ProcessVariables.EFFECT.name(), effect);
        if (!subject.isEmpty()) {
            variables.put(ProcessVariables.SUBJECT.name(), subject);
        }
        runtime.startProcessInstanceByKey(WECOM_DELIVERY, businessKey, variables);
    }
}
