package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CATEGORY;
import static io.issueloop.process.ProcessVariables.EVALUATION_OUTCOME;
import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.PROJECT;
import static io.issueloop.process.ProcessVariables.REPORTER_ID;
import static io.issueloop.process.ProcessVariables.ROUTING;
import static io.issueloop.process.ProcessVariables.URGENCY;

import io.issueloop.issue.Classification;
import io.issueloop.issue.Issue;
import io.issueloop.issue.KeywordText;
import io.issueloop.issue.Urgency;
import io.issueloop.issue.imports.ImportProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The models' own tables and steps, for issues that come from elsewhere. */
@Component
class CamundaImportProcess implements ImportProcess {

    private static final String ISSUE_LIFECYCLE = "issue_lifecycle";
    private static final String ANY_CATEGORY = "技术";

    private final RuntimeService runtime;
    private final DecisionService decisions;

    CamundaImportProcess(RuntimeService runtime, DecisionService decisions) {
        this.runtime = runtime;
        this.decisions = decisions;
    }

    @Override
    public Classification classify(String description) {
        return ClassificationResult.read(
                decisions
                        .evaluateDecisionByKey("classify_issue")
                        .variables(Variables.putValue("text", KeywordText.of(description)))
                        .evaluate());
    }

    /** The text only tells what is major; what came from elsewhere no longer asks for approval. */
    @Override
    public int serviceLevelDays(Urgency urgency, Optional<String> category, String project) {
        var facts = facts(urgency, category, project);
        facts.put("text", "");
        facts.put("majorTicked", false);
        Number days =
                decisions
                        .evaluateDecisionByKey("decide_service_level")
                        .variables(facts)
                        .evaluate()
                        .getSingleResult()
                        .getEntry("serviceLevelDays");
        return days.intValue();
    }

    @Override
    public void enter(Issue issue, Entry entry) {
        var variables = facts(issue.urgency(), issue.category(), issue.project());
        variables.put(REPORTER_ID.name(), issue.reporter().value());
        if (entry == Entry.REPORTED) {
            variables.remove(CATEGORY.name());
        } else if (entry != Entry.CLASSIFIED) {
            variables.put(HANDLER_ID.name(), issue.handler().orElseThrow().value());
            variables.put(ROUTING.name(), routing(variables));
        }
        if (entry == Entry.HANDLING) {
            // 处理流程 goes straight to 处理问题, as for an issue that came back
            variables.put(EVALUATION_OUTCOME.name(), EvaluationOutcome.UNSOLVED.name());
        }
        runtime.createProcessInstanceByKey(ISSUE_LIFECYCLE)
                .businessKey(issue.no().value())
                .setVariables(variables)
                .startBeforeActivity(activity(entry))
                .execute();
    }

    @Override
    public void leave(Issue issue) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issue.no().value(), ISSUE_LIFECYCLE)
                .list()
                .forEach(
                        instance ->
                                runtime.deleteProcessInstance(
                                        instance.getId(), "由导入更新", true, true, true, false));
    }

    private static String activity(Entry entry) {
        return switch (entry) {
            case REPORTED -> "Task_ClassifyIssue";
            case CLASSIFIED -> "Task_DecideServiceLevel";
            case ASSIGNED, HANDLING -> "CallActivity_IssueHandling";
            case RESOLVED -> "CallActivity_IssueEvaluation";
        };
    }

    private String routing(Map<String, Object> facts) {
        return decisions
                .evaluateDecisionByKey("assign_handler")
                .variables(facts)
                .evaluate()
                .getSingleEntry();
    }

    /**
     * An unknown category is taken for any: tables ask for one, and these answers hardly differ.
     */
    private static Map<String, Object> facts(
            Urgency urgency, Optional<String> category, String project) {
        var facts = new HashMap<String, Object>();
        facts.put(URGENCY.name(), urgency.label());
        facts.put(PROJECT.name(), project);
        facts.put(CATEGORY.name(), category.orElse(ANY_CATEGORY));
        return facts;
    }
}
