package io.issueloop.notification;

import io.issueloop.approval.Approvals;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.RecordedEvent;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages about approvals; the subject is {@code KIND/recipient}, each is sent once. */
@Component
class ApprovalNoticeEffect implements Effect {

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

    private final Issues issues;
    private final Approvals approvals;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    ApprovalNoticeEffect(
            Issues issues,
            Approvals approvals,
            MessageSender sender,
            SentLog sentLog,
            Directory people,
            Links links) {
        this.issues = issues;
        this.approvals = approvals;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
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
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var key = key(businessKey, subject);
        if (!sentLog.claim(key)) {
            return;
        }
        var receipt = sender.send(List.of(recipient(subject)), message(businessKey, subject));
        sentLog.sent(key, receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = recipients(businessKey, subject);
        return Optional.of(
                HandText.send(
                        message(businessKey, subject), to, what(businessKey, subject), people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    @Override
    public String what(String businessKey, String subject) {
        return kind(subject).label;
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    private Message message(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var approval = approvals.get(issue.no());
        var link = links.issue(issue.no());
        return switch (kind(subject)) {
            case REQUESTED -> ApprovalTexts.requested(issue, approval, people, link);
            case RESULT -> ApprovalTexts.result(issue, approval, decided(issue.no()), link);
            case SETTLED -> ApprovalTexts.settled(issue, approval, decided(issue.no()), link);
            case REVOKED -> ApprovalTexts.revoked(issue, link);
            case ACTED_FIRST ->
                    ApprovalTexts.actedFirst(
                            issue, approval.actedFirst().map(people::name).orElse(""), link);
        };
    }

    /** 李雪同意：尽快. */
    private String decided(IssueNo issueNo) {
        return issues.history(issueNo).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.APPROVAL_DECIDED)
                .reduce((earlier, later) -> later)
                .map(this::sentence)
                .orElse("");
    }

    private String sentence(IssueEvent event) {
        var by = event.actor().equals(UserId.SYSTEM) ? "" : people.name(event.actor());
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

    private static String key(String businessKey, String subject) {
        return businessKey + "/APPROVAL/" + subject;
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 2)[0]);
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 2)[1]);
    }
}
