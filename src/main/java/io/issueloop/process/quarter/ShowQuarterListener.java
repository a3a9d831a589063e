package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.appraisal.QuarterDesk;
import io.issueloop.appraisal.Quarters;
import io.issueloop.kpi.Period;
import io.issueloop.process.FormText;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows what is to be decided: where the quarter stands and what is open. */
@Component
class ShowQuarterListener implements TaskListener {

    private static final int MAX = 500;

    private final Quarters quarters;
    private final QuarterDesk desk;

    ShowQuarterListener(Quarters quarters, QuarterDesk desk) {
        this.quarters = quarters;
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal(SUMMARY.name(), summary(quarter));
    }

    private String summary(Period quarter) {
        var stand = quarters.of(quarter);
        var open = desk.checklist(quarter);
        var list =
                open.stream()
                        .map(one -> (one.blocks() ? "必须先处理：" : "提示：") + one.text())
                        .collect(Collectors.joining("\n"));
        var last =
                desk.history(quarter).stream()
                        .reduce((earlier, later) -> later)
                        .filter(event -> !event.reason().isEmpty())
                        .map(event -> event.type().label() + "：" + event.reason() + "\n")
                        .orElse("");
        var text =
                FormText.plain(
                        "%s　%s\n%s%s\n试算、差异与明细见季度考核页 /admin/quarter"
                                .formatted(
                                        quarter.label(),
                                        stand.state().label(),
                                        last,
                                        list.isEmpty() ? "核对清单没有待处理的事项" : list));
        return text.length() <= MAX ? text : text.substring(0, MAX - 1) + "…";
    }
}
