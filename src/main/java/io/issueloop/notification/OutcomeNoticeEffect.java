package io.issueloop.notification;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages about decided proposals; the subject is {@code KIND/recipient/number}, each sent once.
 */
@Component
class OutcomeNoticeEffect extends LetterEffect {

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

    private final Proposals proposals;

    OutcomeNoticeEffect(CardDesk desk, Proposals proposals) {
        super(desk);
        this.proposals = proposals;
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
    UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }

    @Override
    String key(String businessKey, String subject) {
        return businessKey + "/OUTCOME/" + subject;
    }

    @Override
    Optional<Message> message(String businessKey, String subject) {
        var issue = desk().issues().get(IssueNo.of(businessKey));
        var people = desk().people();
        var link = desk().links().issue(issue.no());
        return Optional.of(
                switch (Kind.valueOf(subject.split("/", 3)[0])) {
                    case DECIDED ->
                            ProposalTexts.decided(proposal(issue, subject), issue, people, link);
                    case ENDED ->
                            ProposalTexts.ended(proposal(issue, subject), issue, people, link);
                    case FOLLOWED -> ProposalTexts.followed(issue, people, link);
                    case BACK -> ProposalTexts.back(issue, people, link);
                });
    }

    private Proposal proposal(Issue issue, String subject) {
        return proposals.find(issue.no(), Integer.parseInt(subject.split("/", 3)[2])).orElseThrow();
    }
}
