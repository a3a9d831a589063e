package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.ClosingCheck;
import io.issueloop.kpi.Period;
import java.util.List;
import org.springframework.stereotype.Component;

/** Appeals that are not decided, or not computed yet, keep a quarter from being locked. */
@Component
class OpenAppealsCheck implements ClosingCheck {

    private final Appeals appeals;

    OpenAppealsCheck(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public List<Finding> of(Period quarter) {
        var open = appeals.open(quarter).size();
        return open == 0
                ? List.of()
                : List.of(new Finding("还有 %d 项申诉没有结束，请先裁决".formatted(open), "/m/appeal", true));
    }
}
