package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;

/** The words of messages about learning plans. */
final class LearningTexts {

    private LearningTexts() {}

    /** A message but for where it leads. */
    record Text(String title, String text) {}

    static Text askPlan(LearningPlan plan, String who, boolean again) {
        return new Text(
                remind(again) + "%s 的学习计划待您同意".formatted(who),
                "%s，共 %d 条\n请同意或退回".formatted(plan.quarter().label(), plan.items().size()));
    }

    static Text planDecided(LearningPlan plan) {
        return new Text(
                "您的学习计划" + plan.state().label(),
                plan.quarter().label() + said(plan.decisionReason()));
    }

    static Text askItem(Item item, String who, boolean again) {
        return new Text(remind(again) + "%s 的学习成果待您核验".formatted(who), item.title());
    }

    static Text itemDecided(LearningPlan plan, Item item) {
        return new Text(
                "学习成果%s：%s".formatted(item.state().label(), item.title()),
                plan.quarter().label() + said(item.reason()));
    }

    private static String remind(boolean again) {
        return again ? "提醒：" : "";
    }

    private static String said(String reason) {
        return reason.isBlank() ? "" : "\n说明：" + reason;
    }
}
