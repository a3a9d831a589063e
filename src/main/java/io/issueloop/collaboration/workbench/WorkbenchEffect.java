package io.issueloop.collaboration.workbench;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows a team's members their numbers on the workbench; the subject is the team. */
@Component
class WorkbenchEffect implements Effect {

    static final String NAME = "WORKBENCH_NUMBERS";

    private final WorkbenchNumbers numbers;
    private final Workbench workbench;

    WorkbenchEffect(WorkbenchNumbers numbers, Workbench workbench) {
        this.numbers = numbers;
        this.workbench = workbench;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "工作台数字";
    }

    @Override
    public Capability capability() {
        return Capability.WORKBENCH;
    }

    @Override
    public void perform(String businessKey, String subject) {
        for (var user : numbers.members(subject)) {
            var figures = numbers.of(user);
            if (numbers.isNews(user, figures)) {
                workbench.show(user, figures);
                numbers.shown(user, figures);
            }
        }
    }

    /** Nobody can write on another person's workbench by hand. */
    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        return Optional.empty();
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {}
}
