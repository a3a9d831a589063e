package io.issueloop.issue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Loads and saves issues. The steps the engine takes in one transaction all work on the same {@link
 * Issue}, read once; it is let go with the transaction, and its version still tells whether another
 * transaction was faster. Outside of a transaction every load reads.
 */
@Component
class IssuesInHand {

    private final IssueRepository issues;

    IssuesInHand(IssueRepository issues) {
        this.issues = issues;
    }

    Optional<Issue> find(IssueNo issueNo) {
        var held = held();
        var known = held.map(hand -> hand.byNo.get(issueNo));
        if (known.isPresent()) {
            return known;
        }
        var read = issues.findById(issueNo.value());
        read.ifPresent(issue -> held.ifPresent(hand -> hand.byNo.put(issueNo, issue)));
        return read;
    }

    /**
     * @throws IllegalArgumentException when there is no such issue
     */
    Issue get(IssueNo issueNo) {
        return find(issueNo)
                .orElseThrow(() -> new IllegalArgumentException("no such issue: " + issueNo));
    }

    void save(Issue issue) {
        issues.save(issue);
        held().ifPresent(hand -> hand.byNo.put(issue.no(), issue));
    }

    private Optional<Hand> held() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Hand hand) {
            return Optional.of(hand);
        }
        var hand = new Hand();
        TransactionSynchronizationManager.bindResource(this, hand);
        TransactionSynchronizationManager.registerSynchronization(new Release(hand, this));
        return Optional.of(hand);
    }

    private static final class Hand extends ResourceHolderSupport {
        private final Map<IssueNo, Issue> byNo = new HashMap<>();
    }

    /** Also puts it aside while another transaction runs in between. */
    private static final class Release extends ResourceHolderSynchronization<Hand, IssuesInHand> {
        Release(Hand hand, IssuesInHand key) {
            super(hand, key);
        }
    }
}
