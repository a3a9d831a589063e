package io.issueloop.issue;

/**
 * What can happen to an issue. Names are stored for ever; KPIs are arithmetic over them (kpi.md
 * §1). The payload keys each type carries are listed here and nowhere else.
 */
public enum IssueEventType {
    /**
     * reporter, urgency, project, source, major; for imports also baseline (list of periods), test.
     */
    REPORTED,
    /**
     * category, subCategory, confidence, hits (list of 分类:关键词:权重); without category it waits for
     * triage.
     */
    CLASSIFIED,
    /** category, subCategory: a person decided. */
    TRIAGED,
    /** minutes, dueAt. */
    SERVICE_LEVEL_SET,
    /**
     * category, subCategory, from, fromSubCategory: a person corrected it, or confirmed it as it
     * was.
     */
    RECLASSIFIED,
    /** category (what it should be, may be absent): the reporter says the category is wrong. */
    CATEGORY_DISPUTED,
    /**
     * handler, teamId, dueAt, personalDueAt, reason, kind FIRST | REFUSED | TRANSFER | REASSIGNED |
     * REOPENED, numbers (per member compared: user, open, solvedHere, solvedLately, skilled),
     * handover (its id, where somebody leaves).
     */
    ASSIGNED,
    /**
     * The handler took it on; here and below onBehalfOf names the absent handler somebody acted
     * for.
     */
    ACCEPTED,
    /** reason: the handler says it is not theirs. */
    REFUSED,
    /** reason, kind INFORMATION | APPROVAL | OTHER, approvedByLead. */
    PAUSED,
    /** dueAt, personalDueAt: both shifted by the working time of the pause. */
    RESUMED,
    /** teamId, byReporter, and what was written: cause, solution, verification. */
    RESOLVED,
    /** reason, dueAt, personalDueAt. */
    REOPENED,
    /** cause, solution, verification: what was missing when it was resolved. */
    SOLUTION_COMPLETED,
    /**
     * stars 1–5 (absent: none given), comment; changed when it was given after closing. The last
     * one before the cut-off counts.
     */
    RATED,
    /** result, note: the lead asked the reporter about a low rating. */
    RATING_FOLLOWED_UP,
    /** outcome CONFIRMED | NO_RATING | DUPLICATE | WONT_FIX. */
    CLOSED,
    /** Taken back by its reporter before it was accepted. */
    WITHDRAWN,
    /** reason: not an issue, confirmed by the lead. */
    INVALIDATED,
    /** reason: will not be solved, confirmed by the lead. */
    WONT_FIX,
    /** to, kind DUPLICATE_REPORT | RECURRENCE: confirmed by a person. */
    LINKED,
    /** to: a confirmed link was taken back. */
    UNLINKED,
    /** shares: userid to share, sum 1, agreed and approved. */
    SHARES_AGREED,
    /** Somebody other than the reporter confirmed a resolution the reporter made. */
    RESOLUTION_CONFIRMED,
    /** text. */
    COMMENTED
}
