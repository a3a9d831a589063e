package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Handover;
import io.issueloop.issue.HandoverItem;
import io.issueloop.issue.Handovers;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import java.util.Date;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows who leaves and what is proposed; the page has all of it. */
@Component
class ShowHandoverListener implements TaskListener {

    private static final int SHOWN = 8;
    private static final int LONGEST = 500;

    private final Handovers handovers;
    private final Directory directory;

    ShowHandoverListener(Handovers handovers, Directory directory) {
        this.handovers = handovers;
        this.directory = directory;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = Handover.idIn(task.getExecution().getProcessBusinessKey());
        var handover = handovers.find(id).orElseThrow();
        task.setDueDate(Date.from(handover.dueAt()));
        task.setVariableLocal(SUMMARY.name(), summary(handover));
    }

    private String summary(Handover handover) {
        var items = handovers.items(handover);
        var list = items.stream().limit(SHOWN).map(this::line).collect(Collectors.joining("\n"));
        var more = items.size() > SHOWN ? "\n……共 %d 件，见页面“离职移交”".formatted(items.size()) : "";
        var text =
                "%s离职，在办 %d 件，建议移交：\n\n%s%s"
                        .formatted(
                                FormText.plain(directory.name(handover.leaver())),
                                items.size(),
                                list,
                                more);
        return Excerpt.of(text, LONGEST);
    }

    private String line(HandoverItem item) {
        return "%s → %s".formatted(item.issue().no(), FormText.plain(directory.name(item.to())));
    }
}
