package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages about decided proposals; the subject is {@code KIND/recipient/number}, each sent once.
 */
@Component
class OutcomeNoticeEffect implements Effect {

    static final String NAME = "OUTCOME_NOTICE";

    /**
     * DECIDED goes to who proposed it, ENDED to the reporter, FOLLOWED to who has it too, BACK to
     * the reporter of what was no duplicate.
     */
    enum Kind {
        DECIDED,
        ENDED,
        FOLLOWED,
        BACK
    }

    private final Issues issues;
    private final Proposals proposals;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    OutcomeNoticeEffect(
            Issues issues,
            Proposals proposals,
            MessageSender sender,
            SentLog sentLog,
            Directory people,
            Links links) {
        this.issues = issues;
        this.proposals = proposals;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
    }

    static String subject(Kind kind, UserId recipient, int number) {
        return "%s/%s/%d".formatted(kind, recipient, number);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "结果通知";
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var key = key(businessKey, subject);
        if (sentLog.claim(key)) {
            var receipt = sender.send(List.of(recipient(subject)), message(businessKey, subject));
            sentLog.sent(key, receipt.messageId());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = List.of(recipient(subject));
        return Optional.of(HandText.send(message(businessKey, subject), to, "结果通知", people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private Message message(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var link = links.issue(issue.no());
        return switch (Kind.valueOf(subject.split("/", 3)[0])) {
            case DECIDED -> ProposalTexts.decided(proposal(issue, subject), issue, people, link);
            case ENDED -> ProposalTexts.ended(proposal(issue, subject), issue, people, link);
            case FOLLOWED -> ProposalTexts.followed(issue, people, link);
            case BACK -> ProposalTexts.back(issue, people, link);
        };
    }

    private Proposal proposal(Issue issue, String subject) {
        return proposals.find(issue.no(), Integer.parseInt(subject.split("/", 3)[2])).orElseThrow();
    }

    private static String key(String businessKey, String subject) {
        return businessKey + "/OUTCOME/" + subject;
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }
}
