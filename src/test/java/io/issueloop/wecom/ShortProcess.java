package io.issueloop.wecom;

import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.DeliveryProcess;
import io.issueloop.issue.Classification;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueProcess;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Solution;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands in for the engine at our own ports: every issue is technical, and effects wait until the
 * test performs them.
 */
class ShortProcess implements IssueProcess, DeliveryProcess {

    private record Request(String key, String effect, String subject) {}

    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final ObjectProvider<IssueLifecycle> lifecycle;
    private final ObjectProvider<IssueAssignment> assignment;
    private final ObjectProvider<Deliveries> deliveries;

    ShortProcess(
            ObjectProvider<IssueLifecycle> lifecycle,
            ObjectProvider<IssueAssignment> assignment,
            ObjectProvider<Deliveries> deliveries) {
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.deliveries = deliveries;
    }

    /** Does in WeCom what was asked for so far. */
    void deliver() {
        for (var next = requests.poll(); next != null; next = requests.poll()) {
            deliveries.getObject().perform(next.key(), next.effect(), next.subject(), "test");
        }
    }

    /** Nothing of what was asked for happens. */
    void forget() {
        requests.clear();
    }

    @Override
    public void start(String businessKey, String effect, String subject) {
        requests.add(new Request(businessKey, effect, subject));
    }

    @Override
    public void start(Issue issue) {
        var hits = List.of(new Classification.Hit("技术", "性能", 1));
        var life = lifecycle.getObject();
        life.classify(issue.no(), new Classification(Optional.of("技术"), "CLEAR", hits));
        life.setServiceLevel(issue.no(), 3);
        assignment.getObject().assignFirst(issue.no(), Routing.PROJECT_TEAM);
        assignment.getObject().dispatch(issue.no());
    }

    @Override
    public void complete(IssueNo issueNo, Step step, UserId actor, Map<String, Object> answers) {
        var life = lifecycle.getObject();
        switch (step) {
            case ACCEPT -> life.accept(issueNo, actor);
            case HANDLE -> life.resolve(issueNo, actor, Solution.NOT_WRITTEN);
            case EVALUATE -> {
                life.rate(issueNo, actor, Optional.of(5), "");
                life.close(issueNo, true);
            }
            default -> throw new IllegalStateException("not part of these tests: " + step);
        }
    }
}
