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
    /** handler, teamId, dueAt, personalDueAt, reason, kind FIRST | REFUSED | TRANSFER. */
    ASSIGNED,
    /** The handler took it on. */
    ACCEPTED,
    /** reason: the handler says it is not theirs. */
    REFUSED,
    /** reason, kind INFORMATION | APPROVAL | OTHER, approvedByLead; of OTHER also waitsFor. */
    PAUSED,
    /** note: a lead agrees that the pause may last longer than ten working days. */
    PAUSE_APPROVED,
    /**
     * dueAt, personalDueAt: both shifted by what counts of the pause; answer or note: what was
     * said.
     */
    RESUMED,
    /** stage REMIND | URGE | ESCALATE, to (userids), inGroup: people were told of the due time. */
    REMINDED,
    /** dueAt, personalDueAt, reason: moved by nobody's work, e.g. by a new calendar. */
    DUE_MOVED,
    /** teamId, byReporter, and what was written: cause, solution, verification. */
    RESOLVED,
    /** reason, dueAt, personalDueAt. */
    REOPENED,
    /** stars 1–5 (absent: none given), comment. */
    RATED,
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
