package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.appraisal.people.LearningTexts.Text;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks leads, and tells people what was decided. */
@Component
class LearningLetters implements Letters {

    static final String ASK = "ASK";
    static final String REMIND = "REMIND";
    static final String DECIDED = "DECIDED";

    private final LearningStore store;
    private final Directory people;
    private final Links links;

    LearningLetters(LearningStore store, Directory people, Links links) {
        this.store = store;
        this.people = people;
        this.links = links;
    }

    @Override
    public String prefix() {
        return LearningPlan.PREFIX;
    }

    @Override
    public Optional<Notice> write(String key, String kind, UserId to) {
        var plan = store.find(key).or(() -> store.find(key.replaceFirst("#\\d+$", "")));
        return plan.flatMap(
                found ->
                        LearningPlans.item(found, key)
                                .map(item -> aboutItem(found, item, kind))
                                .orElseGet(() -> aboutPlan(found, kind)));
    }

    private Optional<Notice> aboutPlan(LearningPlan plan, String kind) {
        var isOpen = plan.state() == State.SUBMITTED;
        if (kind.equals(DECIDED)) {
            return notice(!isOpen, () -> LearningTexts.planDecided(plan));
        }
        var who = people.name(plan.person());
        return notice(isOpen, () -> LearningTexts.askPlan(plan, who, kind.equals(REMIND)));
    }

    private Optional<Notice> aboutItem(LearningPlan plan, Item item, String kind) {
        var isOpen = item.state() == ItemState.SUBMITTED;
        if (kind.equals(DECIDED)) {
            return notice(!isOpen, () -> LearningTexts.itemDecided(plan, item));
        }
        var who = people.name(plan.person());
        return notice(isOpen, () -> LearningTexts.askItem(item, who, kind.equals(REMIND)));
    }

    private Optional<Notice> notice(boolean isToBeSaid, Supplier<Text> text) {
        if (!isToBeSaid) {
            return Optional.empty();
        }
        var said = text.get();
        return Optional.of(new Notice(said.title(), said.text(), links.page("/m/learning")));
    }
}
