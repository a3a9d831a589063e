package io.issueloop.process;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * All variables of all processes. What is not listed here is a form field: handed to the domain and
 * never kept.
 */
public final class ProcessVariables {

    public static final ProcessVariable<String> URGENCY =
            new ProcessVariable<>("urgency", String.class);
    public static final ProcessVariable<String> PROJECT =
            new ProcessVariable<>("project", String.class);
    public static final ProcessVariable<String> CATEGORY =
            new ProcessVariable<>("category", String.class);
    public static final ProcessVariable<Boolean> CATEGORY_CLEAR =
            new ProcessVariable<>("categoryClear", Boolean.class);
    public static final ProcessVariable<String> TRIAGER_ID =
            new ProcessVariable<>("triagerId", String.class);
    public static final ProcessVariable<Integer> SERVICE_LEVEL_DAYS =
            new ProcessVariable<>("serviceLevelDays", Integer.class);
    public static final ProcessVariable<String> ROUTING =
            new ProcessVariable<>("routing", String.class);
    public static final ProcessVariable<String> HANDLER_ID =
            new ProcessVariable<>("handlerId", String.class);
    public static final ProcessVariable<String> REPORTER_ID =
            new ProcessVariable<>("reporterId", String.class);
    public static final ProcessVariable<Boolean> ACCEPTED =
            new ProcessVariable<>("accepted", Boolean.class);
    public static final ProcessVariable<String> HANDLING_OUTCOME =
            new ProcessVariable<>("handlingOutcome", String.class);
    public static final ProcessVariable<String> EVALUATION_OUTCOME =
            new ProcessVariable<>("evaluationOutcome", String.class);
    public static final ProcessVariable<Date> REMIND_EVALUATION_AT =
            new ProcessVariable<>("remindEvaluationAt", Date.class);
    public static final ProcessVariable<Date> CLOSE_EVALUATION_AT =
            new ProcessVariable<>("closeEvaluationAt", Date.class);

    /** When the handler is reminded: half of the service level is used. */
    public static final ProcessVariable<Date> REMIND_AT =
            new ProcessVariable<>("remindAt", Date.class);

    /** When it is urged: four fifths of the service level are used. */
    public static final ProcessVariable<Date> URGE_AT = new ProcessVariable<>("urgeAt", Date.class);

    /** When it is escalated: the due time. */
    public static final ProcessVariable<Date> ESCALATE_AT =
            new ProcessVariable<>("escalateAt", Date.class);

    public static final ProcessVariable<String> REMINDER_STAGE =
            new ProcessVariable<>("reminderStage", String.class);
    public static final ProcessVariable<String> EFFECT =
            new ProcessVariable<>("effect", String.class);
    public static final ProcessVariable<String> SUBJECT =
            new ProcessVariable<>("subject", String.class);

    /** Whether a person did what the system did not; otherwise the system is to try again. */
    public static final ProcessVariable<Boolean> DONE_BY_HAND =
            new ProcessVariable<>("doneByHand", Boolean.class);

    public static final ProcessVariable<Date> SUMMARY_DUE_AT =
            new ProcessVariable<>("summaryDueAt", Date.class);

    /** Task-local copy of at most 500 characters for display in forms (design.md §4 Forms). */
    public static final ProcessVariable<String> SUMMARY =
            new ProcessVariable<>("summary", String.class);

    private static final List<ProcessVariable<?>> ALL =
            List.of(
                    URGENCY,
                    PROJECT,
                    CATEGORY,
                    CATEGORY_CLEAR,
                    TRIAGER_ID,
                    SERVICE_LEVEL_DAYS,
                    ROUTING,
                    HANDLER_ID,
                    REPORTER_ID,
                    ACCEPTED,
                    HANDLING_OUTCOME,
                    EVALUATION_OUTCOME,
                    REMIND_EVALUATION_AT,
                    CLOSE_EVALUATION_AT,
                    REMIND_AT,
                    URGE_AT,
                    ESCALATE_AT,
                    REMINDER_STAGE,
                    EFFECT,
                    SUBJECT,
                    DONE_BY_HAND,
                    SUMMARY_DUE_AT,
                    SUMMARY);

    private static final Set<String> NAMES =
            ALL.stream().map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet());

    private ProcessVariables() {}

    public static boolean isDeclared(String name) {
        return NAMES.contains(name);
    }

    public static Set<String> names() {
        return NAMES;
    }

    /**
     * The business key of the execution's process instance: the one link between engine and domain.
     */
    public static String businessKey(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
