package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.IMPACT_WORDS;
import static io.issueloop.process.ProcessVariables.URGENCY;
import static io.issueloop.process.ProcessVariables.businessKey;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 另行审批: the same approval goes on in an instance of its own, and the work need not wait. */
@Component
class ContinueApprovalDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        CamundaApprovalProcess.KEY,
                        businessKey(execution),
                        Map.of(
                                URGENCY.name(), URGENCY.from(execution),
                                IMPACT_WORDS.name(), IMPACT_WORDS.from(execution)));
    }
}
