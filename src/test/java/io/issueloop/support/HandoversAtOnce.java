package io.issueloop.support;

import io.issueloop.issue.AssignmentTable;
import io.issueloop.issue.Handover;
import io.issueloop.issue.HandoverProcess;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Strategy;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** Handing over without an engine: what is confirmed is carried out at once. */
public final class HandoversAtOnce implements HandoverProcess {

    private final ObjectProvider<Handovers> handovers;

    HandoversAtOnce(ObjectProvider<Handovers> handovers) {
        this.handovers = handovers;
    }

    @Bean
    AssignmentTable shippedTable() {
        return new AssignmentTable() {
            @Override
            public Routing routing(String category, String project) {
                return Routing.PROJECT_TEAM;
            }

            @Override
            public Strategy strategy(String category, String project) {
                return Strategy.BALANCED;
            }
        };
    }

    @Override
    public void start(Handover handover, UserId lead) {
        // a person confirms on the page
    }

    @Override
    public void confirm(Handover handover, UserId actor) {
        handovers.getObject().carryOut(handover.id(), actor, false);
    }

    @Override
    public void handlerChanged(IssueNo issueNo, UserId from, UserId to) {
        // nothing waits here
    }

    @Override
    public Set<UserId> withTasks(List<UserId> people) {
        return Set.of();
    }

    @Override
    public void moveTasks(UserId from, UserId to) {
        // no tasks here
    }
}
