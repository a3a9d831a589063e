package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.Optional;
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
            return isOpen
                    ? Optional.empty()
                    : Optional.of(
                            notice(
                                    "您的学习计划" + plan.state().label(),
                                    plan.quarter().label() + said(plan.decisionReason())));
        }
        return isOpen
                ? Optional.of(
                        notice(
                                remind(kind) + "%s 的学习计划待您同意".formatted(people.name(plan.person())),
                                "%s，共 %d 条\n请同意或退回"
                                        .formatted(plan.quarter().label(), plan.items().size())))
                : Optional.empty();
    }

    private Optional<Notice> aboutItem(LearningPlan plan, Item item, String kind) {
        var isOpen = item.state() == ItemState.SUBMITTED;
        if (kind.equals(DECIDED)) {
            return isOpen
                    ? Optional.empty()
                    : Optional.of(
                            notice(
                                    "学习成果%s：%s".formatted(item.state().label(), item.title()),
                                    plan.quarter().label() + said(item.reason())));
        }
        return isOpen
                ? Optional.of(
                        notice(
                                remind(kind) + "%s 的学习成果待您核验".formatted(people.name(plan.person())),
                                item.title()))
                : Optional.empty();
    }

    private static String remind(String kind) {
        return kind.equals(REMIND) ? "提醒：" : "";
    }

    private static String said(String reason) {
        return reason.isBlank() ? "" : "\n说明：" + reason;
    }

    private Notice notice(String title, String text) {
        return new Notice(title, text, links.page("/m/learning"));
    }
}
