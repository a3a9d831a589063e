package io.issueloop.approval;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The approval of one major issue as it is now.
 *
 * @param approvers in the order they are asked
 * @param deputies who may decide on an approver's behalf since the reminders went unheard
 * @param impactWords found in the description by the table
 * @param formNo of WeCom's own form, once WeCom took it
 * @param manualAt when it is put to people here, unless WeCom took the form before
 * @param urged how many of reminder, substitute and escalation have passed
 * @param actedFirstBy who let the work begin before the result
 */
public record Approval(
        IssueNo issueNo,
        ApprovalState state,
        ApprovalRule rule,
        UserId applicant,
        List<UserId> approvers,
        List<UserId> deputies,
        List<UserId> copied,
        List<String> impactWords,
        @Nullable String formNo,
        Instant requestedAt,
        Times times,
        boolean manualOpened,
        int urged,
        @Nullable UserId actedFirstBy,
        @Nullable Instant decidedAt,
        boolean revokedLater) {

    /** When something is due while there is no result. */
    public record Times(
            Instant manualAt, Instant remindAt, Instant substituteAt, Instant escalateAt) {}

    public boolean isWaiting() {
        return state == ApprovalState.WAITING;
    }

    /** The number of WeCom's own form; empty while WeCom has not taken it. */
    public Optional<String> form() {
        return Optional.ofNullable(formNo);
    }

    public Optional<UserId> actedFirst() {
        return Optional.ofNullable(actedFirstBy);
    }

    /** Everybody who may be asked for a decision. */
    public List<UserId> asked() {
        return Stream.concat(approvers.stream(), deputies.stream()).distinct().toList();
    }

    /** Whose agreement is still missing, in order. */
    public List<UserId> missing(List<Opinion> opinions) {
        var agreed =
                opinions.stream()
                        .filter(opinion -> opinion.kind() == Opinion.Kind.AGREED)
                        .map(Opinion::standsFor)
                        .toList();
        if (rule == ApprovalRule.ANY && !agreed.isEmpty()) {
            return List.of();
        }
        return approvers.stream().filter(approver -> !agreed.contains(approver)).toList();
    }

    /** Of those, who may speak now: one after the other only the first. */
    public List<UserId> next(List<Opinion> opinions) {
        var missing = missing(opinions);
        return rule == ApprovalRule.SEQUENTIAL ? missing.stream().limit(1).toList() : missing;
    }
}
