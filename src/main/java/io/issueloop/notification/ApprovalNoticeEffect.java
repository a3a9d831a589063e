package io.issueloop.notification;

import io.issueloop.approval.Approvals;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.RecordedEvent;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages about approvals; the subject is {@code KIND/recipient}, each is sent once. */
@Component
class ApprovalNoticeEffect extends LetterEffect {

    static final String NAME = "APPROVAL_NOTICE";

    enum Kind {
        REQUESTED("提交审批通知"),
        /** For the reporter. */
        RESULT("审批结果通知"),
        /** For those who need not decide any more. */
        SETTLED("审批已有结果通知"),
        REVOKED("审批撤销通知"),
        ACTED_FIRST("先处理后审批通知");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Approvals approvals;

    ApprovalNoticeEffect(CardDesk desk, Approvals approvals) {
        super(desk);
        this.approvals = approvals;
    }

    static String subject(Kind kind, UserId recipient) {
        return kind + "/" + recipient;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "审批通知";
    }

    @Override
    public String what(String businessKey, String subject) {
        return kind(subject).label;
    }

    @Override
    UserId recipient(String subject) {
        return UserId.of(subject.split("/", 2)[1]);
    }

    @Override
    String key(String businessKey, String subject) {
        return businessKey + "/APPROVAL/" + subject;
    }

    @Override
    Optional<Message> message(String businessKey, String subject) {
        var issue = desk().issues().get(IssueNo.of(businessKey));
        var approval = approvals.get(issue.no());
        var people = desk().people();
        var link = desk().links().issue(issue.no());
        return Optional.of(
                switch (kind(subject)) {
                    case REQUESTED -> ApprovalTexts.requested(issue, approval, people, link);
                    case RESULT -> ApprovalTexts.result(issue, approval, decided(issue.no()), link);
                    case SETTLED ->
                            ApprovalTexts.settled(issue, approval, decided(issue.no()), link);
                    case REVOKED -> ApprovalTexts.revoked(issue, link);
                    case ACTED_FIRST ->
                            ApprovalTexts.actedFirst(
                                    issue,
                                    approval.actedFirst().map(people::name).orElse(""),
                                    link);
                });
    }

    /** 李雪同意：尽快. */
    private String decided(IssueNo issueNo) {
        return desk().issues().history(issueNo).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.APPROVAL_DECIDED)
                .reduce((earlier, later) -> later)
                .map(this::sentence)
                .orElse("");
    }

    private String sentence(IssueEvent event) {
        var by = event.actor().equals(UserId.SYSTEM) ? "" : desk().people().name(event.actor());
        var done =
                switch (event.text("outcome").orElse("")) {
                    case "APPROVED" -> "同意";
                    case "REJECTED" -> "驳回";
                    case "REVOKED" -> "撤销";
                    case "DELETED" -> "审批单被删除";
                    default -> "审批结束";
                };
        var why = event.text("comment").filter(comment -> !comment.isBlank());
        return by + done + why.map(comment -> "：" + comment).orElse("");
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 2)[0]);
    }
}
