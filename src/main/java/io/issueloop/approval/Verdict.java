package io.issueloop.approval;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.MajorIssues;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what was said and what follows from it; in the transaction of whoever decided. */
@Component
class Verdict {

    private final ApprovalStore store;
    private final Opinions opinions;
    private final MajorIssues major;
    private final Directory directory;
    private final Clock clock;

    Verdict(
            ApprovalStore store,
            Opinions opinions,
            MajorIssues major,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.major = major;
        this.directory = directory;
        this.clock = clock;
    }

    /** Somebody spoke, and more is to come. */
    void spoken(Approval approval, Opinion opinion) {
        var payload = payload(opinion);
        payload.put("opinion", opinion.kind().name());
        major.record(approval.issueNo(), IssueEventType.APPROVAL_OPINION, opinion.by(), payload);
    }

    /** The result, by the opinion that brought it. */
    void decided(Approval approval, ApprovalState state, Opinion opinion) {
        decided(approval, state, opinion.by(), payload(opinion));
    }

    /** The result, which nobody's opinion brought: the form was taken back or deleted. */
    void decided(Approval approval, ApprovalState state, UserId by, String comment) {
        decided(approval, state, by, new HashMap<>(Map.of("comment", comment)));
    }

    private void decided(
            Approval approval, ApprovalState state, UserId by, Map<String, Object> payload) {
        var issueNo = approval.issueNo();
        store.decided(issueNo, state, clock.instant());
        payload.put("outcome", state.name());
        if (state.isDeclined()) {
            major.becomesOrdinary(issueNo, note(state, payload));
        }
        major.record(issueNo, IssueEventType.APPROVAL_DECIDED, by, payload);
        if (state != ApprovalState.CANCELLED) {
            major.goOn(issueNo, by);
        }
    }

    /** Somebody took an approval back after it had been given; work goes on. */
    void revoked(Approval approval, UserId by, String comment) {
        store.revokedLater(approval.issueNo());
        major.record(
                approval.issueNo(),
                IssueEventType.APPROVAL_REVOKED,
                by,
                Map.of("comment", comment));
    }

    /** The result as it is told to whoever comes later: 李雪已同意. */
    String sentence(Approval approval) {
        return opinions.of(approval.issueNo()).stream()
                .filter(opinion -> decides(approval.state(), opinion))
                .reduce((earlier, later) -> later)
                .map(
                        opinion ->
                                directory.name(opinion.by())
                                        + "已在"
                                        + opinion.door().label()
                                        + opinion.kind().label())
                .orElse(approval.state().label());
    }

    private static boolean decides(ApprovalState state, Opinion opinion) {
        return switch (opinion.kind()) {
            case AGREED -> state == ApprovalState.APPROVED;
            case REJECTED -> state == ApprovalState.REJECTED;
            default -> false;
        };
    }

    private Map<String, Object> payload(Opinion opinion) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("comment", opinion.comment());
        payload.put("door", opinion.door().name());
        opinion.onBehalfOf()
                .ifPresent(
                        approver -> {
                            payload.put("onBehalfOf", approver.value());
                            payload.put("onBehalfOfName", directory.name(approver));
                        });
        return payload;
    }

    private static String note(ApprovalState state, Map<String, Object> payload) {
        var comment = payload.get("comment").toString();
        var why = comment.isBlank() ? "" : "：" + comment;
        return switch (state) {
            case REJECTED -> "❌ 重大问题上报未通过" + why;
            case REVOKED -> "❌ 重大问题上报已撤销" + why;
            default -> "❌ 重大问题审批单已删除";
        };
    }

    /** Nothing more is asked about an issue that is over; false where nothing was. */
    boolean cancelled(IssueNo issueNo) {
        var waiting = store.lock(issueNo).filter(Approval::isWaiting);
        waiting.ifPresent(
                approval ->
                        decided(approval, ApprovalState.CANCELLED, UserId.SYSTEM, "问题已结束，审批随之结束"));
        return waiting.isPresent();
    }
}
