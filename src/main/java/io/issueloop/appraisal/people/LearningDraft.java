package io.issueloop.appraisal.people;

import io.issueloop.shared.Refused;
import java.math.BigDecimal;
import java.util.List;

/**
 * One thing somebody means to learn, as it was entered.
 *
 * @param weight of 100 for the whole plan
 */
public record LearningDraft(String title, String goal, BigDecimal weight) {

    private static final int MOST = 10;
    private static final int MAX_TITLE = 60;
    private static final int MAX_GOAL = 300;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /**
     * @throws Refused when an item is incomplete
     */
    static List<LearningDraft> checked(List<LearningDraft> items) {
        if (items.isEmpty() || items.size() > MOST) {
            throw new Refused("请填写 1–%d 个学习条目".formatted(MOST));
        }
        for (var item : items) {
            requireText(item.title(), MAX_TITLE, "条目名称");
            requireText(item.goal(), MAX_GOAL, "达成标准");
            if (item.weight().signum() <= 0
                    || item.weight().compareTo(WHOLE) > 0
                    || item.weight().scale() > 2) {
                throw new Refused("每个条目的权重应在 0 到 100 之间，最多两位小数");
            }
        }
        return items.stream()
                .map(
                        item ->
                                new LearningDraft(
                                        item.title().strip(), item.goal().strip(), item.weight()))
                .toList();
    }

    /**
     * @throws Refused when the weights do not add up to 100
     */
    static void requireWhole(List<LearningPlan.Item> items) {
        var sum =
                items.stream()
                        .map(LearningPlan.Item::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            throw new Refused("各条目的权重合计应为 100，现在是 " + sum.stripTrailingZeros().toPlainString());
        }
    }

    private static void requireText(String text, int most, String name) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > most) {
            throw new Refused("请填写%s，最多 %d 字".formatted(name, most));
        }
    }
}
