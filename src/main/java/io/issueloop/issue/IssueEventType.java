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
    /**
     * minutes, dueAt, major, majorReason, impactWords (list): what the table found and decided;
     * again with reason by another urgency, or by a team's own calendar.
     */
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
     * REOPENED | URGENCY (the same handler, by another service level), numbers (per member
     * compared: user, open, solvedHere, solvedLately, skilled), handover (its id, where somebody
     * leaves).
     */
    ASSIGNED,
    /**
     * The handler took it on; here and below onBehalfOf names the absent handler somebody acted
     * for.
     */
    ACCEPTED,
    /** reason: the handler says it is not theirs. */
    REFUSED,
    /** reason, kind INFORMATION | APPROVAL | OTHER, approvedByLead; of OTHER also waitsFor. */
    PAUSED,
    /** note: a lead agrees that the pause may last longer than ten working days. */
    PAUSE_APPROVED,
    /**
     * dueAt, personalDueAt: both shifted by what counts of the pause; kind of the pause; answer or
     * note: what was said.
     */
    RESUMED,
    /** stage REMIND | URGE | ESCALATE, to (userids), inGroup: people were told of the due time. */
    REMINDED,
    /**
     * dueAt, personalDueAt, from, reason, calendarVersion: moved by a new calendar; baseDueAt and
     * personalBaseDueAt: the issue's and the handler's due time as they would have begun under it.
     */
    DUE_MOVED,
    /**
     * approvers and approverNames (lists), rule ANY | ALL | SEQUENTIAL, copied (list): put to the
     * approvers.
     */
    APPROVAL_REQUESTED,
    /** formNo: WeCom took the native form. */
    APPROVAL_SUBMITTED,
    /**
     * stage REMINDER | SUBSTITUTE | ESCALATION | MANUAL, to and toNames (lists): people were asked
     * again.
     */
    APPROVAL_URGED,
    /** opinion, comment, onBehalfOf(Name), door WECOM | PAGE | TASKLIST: somebody spoke. */
    APPROVAL_OPINION,
    /**
     * outcome APPROVED | REJECTED | REVOKED | DELETED | NOT_NEEDED | CANCELLED, comment,
     * onBehalfOf, door.
     */
    APPROVAL_DECIDED,
    /** comment: an approval was taken back after it had been given; work goes on. */
    APPROVAL_REVOKED,
    /** reason: work starts before the approval (先处理后审批). */
    ACTED_FIRST,
    /** teamId, byReporter, and what was written: cause, solution, verification. */
    RESOLVED,
    /**
     * reason, dueAt, personalDueAt; unlinked: the issue it had wrongly been closed as a duplicate
     * of.
     */
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
    /**
     * shares: userid to share, sum 1; proposedBy: by the handler, agreed by the lead (the actor).
     */
    SHARES_AGREED,
    /** Somebody other than the reporter confirmed a resolution the reporter made. */
    RESOLUTION_CONFIRMED,
    /** text. */
    COMMENTED,
    /**
     * number, kind (of {@link ProposalKind}), reason, reviewer, to, urgency, shares: waits for the
     * lead.
     */
    PROPOSED,
    /** number, kind, reason: the lead did not agree, nothing changes. */
    PROPOSAL_DECLINED,
    /** from, to: words of the urgency; SERVICE_LEVEL_SET follows. */
    URGENCY_CHANGED,
    /** 我也遇到: the actor has the same problem; no submission of its own (kpi.md §3 T3). */
    JOINED,
    /** startsAt, reason: major or recurring. */
    REVIEW_SCHEDULED,
    /** startsAt: the lead chose another time. */
    REVIEW_MOVED,
    /** conclusions, measures (list of titles). */
    REVIEW_CONCLUDED,
    /** title, note: an improvement agreed in the review was carried out. */
    MEASURE_DONE
}
