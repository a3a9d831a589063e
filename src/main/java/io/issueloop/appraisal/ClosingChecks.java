package io.issueloop.appraisal;

import io.issueloop.appraisal.ClosingCheck.Finding;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The checklist before a quarter is closed: everything every {@link ClosingCheck} finds. */
@Component
class ClosingChecks {

    private final ObjectProvider<ClosingCheck> checks;

    ClosingChecks(ObjectProvider<ClosingCheck> checks) {
        this.checks = checks;
    }

    /** What blocks first. */
    List<Finding> of(Period quarter) {
        return checks.orderedStream()
                .flatMap(check -> check.of(quarter).stream())
                .sorted((one, other) -> Boolean.compare(other.blocks(), one.blocks()))
                .toList();
    }

    /**
     * @throws Refused naming the first thing that blocks
     */
    void requireNothingBlocks(Period quarter) {
        of(quarter).stream()
                .filter(Finding::blocks)
                .findFirst()
                .ifPresent(
                        finding -> {
                            throw new Refused("现在还不能继续：" + finding.text());
                        });
    }
}
