package io.issueloop.issue;

import io.issueloop.directory.Absences;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who does somebody's step while that one is away: the substitute they named, unless this one has a
 * part in the issue that forbids it. What a substitute then does is checked as anybody's.
 */
@Service
public class Substitution {

    /**
     * Whose step it is. A reporter's rating and answers are personal: nobody gives them instead.
     */
    public enum Part {
        HANDLER,
        LEAD
    }

    private final Absences absences;
    private final IssuesInHand issues;
    private final ProposalStore proposals;

    Substitution(Absences absences, IssuesInHand issues, ProposalStore proposals) {
        this.absences = absences;
        this.issues = issues;
        this.proposals = proposals;
    }

    /** Who acts for the holder of a step today; empty where the holder does. */
    @Transactional(readOnly = true)
    public Optional<UserId> standIn(IssueNo issueNo, Part part, UserId holder) {
        return absences.substituteOf(holder, absences.today())
                .filter(stand -> isFit(issues.get(issueNo), part, stand));
    }

    private boolean isFit(Issue issue, Part part, UserId stand) {
        var handles = issue.handler().equals(Optional.of(stand));
        var proposed =
                proposals
                        .open(issue.no())
                        .filter(one -> one.proposedBy().equals(stand))
                        .isPresent();
        return !stand.equals(issue.reporter()) && (part == Part.HANDLER || !handles && !proposed);
    }
}
