package io.issueloop.process;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** When a pause nobody approved stops stopping the clock. */
    public static final ProcessVariable<Date> PAUSE_CAP_AT =
            new ProcessVariable<>("pauseCapAt", Date.class);

    public static final ProcessVariable<String> REMINDER_STAGE =
            new ProcessVariable<>("reminderStage", String.class);
    public static final ProcessVariable<String> EFFECT =
            new ProcessVariable<>("effect", String.class);
    public static final ProcessVariable<String> SUBJECT =
            new ProcessVariable<>("subject", String.class);

    /** Whether a person did what the system did not; otherwise the system is to try again. */
    public static final ProcessVariable<Boolean> DONE_BY_HAND =
            new ProcessVariable<>("doneByHand", Boolean.class);

    /** Set where a delivery was left out: its capability is off, or a person had done it. */
    public static final ProcessVariable<Boolean> SKIPPED =
            new ProcessVariable<>("skipped", Boolean.class);

    public static final ProcessVariable<Date> SUMMARY_DUE_AT =
            new ProcessVariable<>("summaryDueAt", Date.class);

    /** How an issue ended before its time; the words stand in the model's conditions. */
    public static final ProcessVariable<String> EARLY_ENDING =
            new ProcessVariable<>("earlyEnding", String.class);

    public static final ProcessVariable<Integer> PROPOSAL_NUMBER =
            new ProcessVariable<>("proposalNumber", Integer.class);
    public static final ProcessVariable<Boolean> PROPOSAL_AGREED =
            new ProcessVariable<>("proposalAgreed", Boolean.class);

    /** Whether the closed issue is looked back at in a meeting. */
    public static final ProcessVariable<Boolean> NEEDS_REVIEW =
            new ProcessVariable<>("needsReview", Boolean.class);

    public static final ProcessVariable<Date> REVIEW_ENDS_AT =
            new ProcessVariable<>("reviewEndsAt", Date.class);
    public static final ProcessVariable<Date> REMIND_CONCLUSIONS_AT =
            new ProcessVariable<>("remindConclusionsAt", Date.class);
    public static final ProcessVariable<Integer> MEASURE_COUNT =
            new ProcessVariable<>("measureCount", Integer.class);

    /** Counted from 0, as the engine counts the instances of an activity. */
    public static final ProcessVariable<Integer> MEASURE_INDEX =
            new ProcessVariable<>("measureIndex", Integer.class);

    public static final ProcessVariable<String> MEASURE_OWNER_ID =
            new ProcessVariable<>("measureOwnerId", String.class);
    public static final ProcessVariable<Date> REMIND_MEASURE_AT =
            new ProcessVariable<>("remindMeasureAt", Date.class);
    public static final ProcessVariable<Boolean> REPORT_OWED =
            new ProcessVariable<>("reportOwed", Boolean.class);
    public static final ProcessVariable<Date> REPORT_DUE_AT =
            new ProcessVariable<>("reportDueAt", Date.class);

    /** Whether the reporter resolved it and somebody else is to confirm. */
    public static final ProcessVariable<Boolean> SELF_RESOLVED =
            new ProcessVariable<>("selfResolved", Boolean.class);

    public static final ProcessVariable<String> CONFIRMER_ID =
            new ProcessVariable<>("confirmerId", String.class);
    public static final ProcessVariable<String> REVIEWER_ID =
            new ProcessVariable<>("reviewerId", String.class);
    public static final ProcessVariable<Boolean> ARTICLE_APPROVED =
            new ProcessVariable<>("articleApproved", Boolean.class);
    public static final ProcessVariable<Date> REMIND_FOLLOW_UP_AT =
            new ProcessVariable<>("remindFollowUpAt", Date.class);
    public static final ProcessVariable<Boolean> IS_MAJOR =
            new ProcessVariable<>("isMajor", Boolean.class);

    /** Words of the table, joined by 、: nothing else of the description. */
    public static final ProcessVariable<String> IMPACT_WORDS =
            new ProcessVariable<>("impactWords", String.class);

    public static final ProcessVariable<Boolean> APPROVAL_NEEDED =
            new ProcessVariable<>("approvalNeeded", Boolean.class);

    /** How many agreements the manual task asks for at most. */
    public static final ProcessVariable<Integer> APPROVALS_NEEDED =
            new ProcessVariable<>("approvalsNeeded", Integer.class);

    public static final ProcessVariable<Boolean> APPROVAL_DECIDED =
            new ProcessVariable<>("approvalDecided", Boolean.class);
    public static final ProcessVariable<Boolean> APPROVED =
            new ProcessVariable<>("approved", Boolean.class);
    public static final ProcessVariable<Boolean> FORM_ACCEPTED =
            new ProcessVariable<>("formAccepted", Boolean.class);
    public static final ProcessVariable<Date> MANUAL_APPROVAL_AT =
            new ProcessVariable<>("manualApprovalAt", Date.class);
    public static final ProcessVariable<Date> REMIND_APPROVAL_AT =
            new ProcessVariable<>("remindApprovalAt", Date.class);
    public static final ProcessVariable<Date> SUBSTITUTE_APPROVAL_AT =
            new ProcessVariable<>("substituteApprovalAt", Date.class);
    public static final ProcessVariable<Date> ESCALATE_APPROVAL_AT =
            new ProcessVariable<>("escalateApprovalAt", Date.class);

    /** Who is to confirm what becomes of a leaver's issues, and until when. */
    public static final ProcessVariable<String> HANDOVER_LEAD_ID =
            new ProcessVariable<>("handoverLeadId", String.class);

    public static final ProcessVariable<Date> HANDOVER_DUE_AT =
            new ProcessVariable<>("handoverDueAt", Date.class);

    public static final ProcessVariable<Boolean> TARGETS_OWED =
            new ProcessVariable<>("targetsOwed", Boolean.class);
    public static final ProcessVariable<Date> COMMENTS_END_AT =
            new ProcessVariable<>("commentsEndAt", Date.class);
    public static final ProcessVariable<Date> REMIND_APPROVER_AT =
            new ProcessVariable<>("remindApproverAt", Date.class);
    public static final ProcessVariable<Date> REMIND_PEOPLE_AT =
            new ProcessVariable<>("remindPeopleAt", Date.class);
    public static final ProcessVariable<Date> TARGETS_START_AT =
            new ProcessVariable<>("targetsStartAt", Date.class);

    public static final ProcessVariable<String> LEAD_ID =
            new ProcessVariable<>("leadId", String.class);

    /** The quarter that is being closed, such as 2026Q3; for the processes it calls. */
    public static final ProcessVariable<String> PERIOD =
            new ProcessVariable<>("period", String.class);

    public static final ProcessVariable<Date> CUT_OFF_AT =
            new ProcessVariable<>("cutOffAt", Date.class);
    public static final ProcessVariable<Date> APPEALS_UNTIL =
            new ProcessVariable<>("appealsUntil", Date.class);
    public static final ProcessVariable<Date> REMIND_QUARTER_AT =
            new ProcessVariable<>("remindQuarterAt", Date.class);
    public static final ProcessVariable<Boolean> QUARTER_LOCKED =
            new ProcessVariable<>("quarterLocked", Boolean.class);
    public static final ProcessVariable<Boolean> QUARTER_REOPENED =
            new ProcessVariable<>("quarterReopened", Boolean.class);
    public static final ProcessVariable<Integer> PEER_RATER_COUNT =
            new ProcessVariable<>("peerRaterCount", Integer.class);
    public static final ProcessVariable<String> PEER_RATER =
            new ProcessVariable<>("peerRater", String.class);
    public static final ProcessVariable<Date> PEER_REMIND_AT =
            new ProcessVariable<>("peerRemindAt", Date.class);
    public static final ProcessVariable<Date> PEER_CLOSES_AT =
            new ProcessVariable<>("peerClosesAt", Date.class);
    public static final ProcessVariable<Date> REMIND_LEARNING_AT =
            new ProcessVariable<>("remindLearningAt", Date.class);
    public static final ProcessVariable<String> DECIDER_ID =
            new ProcessVariable<>("deciderId", String.class);
    public static final ProcessVariable<Date> REMIND_ASSIGNMENT_AT =
            new ProcessVariable<>("remindAssignmentAt", Date.class);
    public static final ProcessVariable<Date> REMIND_APPEAL_AT =
            new ProcessVariable<>("remindAppealAt", Date.class);
    public static final ProcessVariable<Date> APPEAL_DUE_AT =
            new ProcessVariable<>("appealDueAt", Date.class);
    public static final ProcessVariable<Boolean> APPEAL_UPHELD =
            new ProcessVariable<>("appealUpheld", Boolean.class);

    /** Task-local copy of at most 500 characters for display in forms (design.md §4 Forms). */
    public static final ProcessVariable<String> SUMMARY =
            new ProcessVariable<>("summary", String.class);

    /** The engine's own counters of a task that several people do one after the other. */
    private static final Stream<String> OF_MULTI_INSTANCES =
            Stream.of(
                    "loopCounter",
                    "nrOfInstances",
                    "nrOfActiveInstances",
                    "nrOfCompletedInstances");

    private static final Set<String> NAMES =
            Stream.concat(
                            Arrays.stream(ProcessVariables.class.getFields())
                                    .map(ProcessVariables::valueOf)
                                    .map(ProcessVariable::name),
                            OF_MULTI_INSTANCES)
                    .collect(Collectors.toUnmodifiableSet());

    private ProcessVariables() {}

    private static ProcessVariable<?> valueOf(Field constant) {
        try {
            return (ProcessVariable<?>) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

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
