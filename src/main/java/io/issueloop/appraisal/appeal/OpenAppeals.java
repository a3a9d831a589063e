package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.ClosingCheck;
import io.issueloop.kpi.Period;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Appeals nobody has decided on yet: they block the lock of their quarter (kpi.md §5). */
@Component
@Order(2)
class OpenAppeals implements ClosingCheck {

    private final Appeals appeals;

    OpenAppeals(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public List<Finding> of(Period quarter) {
        int open = appeals.open(quarter).size();
        return open == 0
                ? List.of()
                : List.of(new Finding("有 %d 个申诉尚未裁定".formatted(open), "/m/appeal", true));
    }
}
