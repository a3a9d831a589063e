package io.issueloop.process.work;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Substitution;
import io.issueloop.issue.Substitution.Part;
import io.issueloop.shared.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Steps of issues: the handler's and the lead's. */
@Component
class IssueStandIns implements StandIns {

    private static final Map<String, Part> PARTS = parts();

    private final Substitution substitution;

    IssueStandIns(Substitution substitution) {
        this.substitution = substitution;
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new HashMap<>();
        Stream.of("AcceptIssue", "HandleIssue", "ResumeIssue", "CompleteSolution")
                .forEach(step -> parts.put("Task_" + step, Part.HANDLER));
        Stream.of(
                        "TriageIssue",
                        "ApprovePause",
                        "ReviewProposal",
                        "ConfirmOwnSolution",
                        "FollowUpRating")
                .forEach(step -> parts.put("Task_" + step, Part.LEAD));
        return Map.copyOf(parts);
    }

    @Override
    public Set<String> steps() {
        return PARTS.keySet();
    }

    @Override
    public Optional<UserId> standIn(String businessKey, String step, UserId holder) {
        var part = Optional.ofNullable(PARTS.get(step)).orElseThrow();
        return substitution.standIn(IssueNo.of(businessKey), part, holder);
    }
}
