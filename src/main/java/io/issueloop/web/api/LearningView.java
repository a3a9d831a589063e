package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.appraisal.people.LearningPlan;
import io.issueloop.shared.UserId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A learning plan as its page shows it.
 *
 * @param mayDecide whether the reader decides about it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LearningView(
        String no,
        String quarter,
        String label,
        String person,
        String personName,
        String state,
        String stateLabel,
        @Nullable String decidedByName,
        String decisionReason,
        OffsetDateTime agreeUntil,
        boolean mayDecide,
        List<Item> items) {

    record Item(
            String no,
            int number,
            String title,
            String goal,
            String weight,
            String state,
            String stateLabel,
            String evidence,
            String link,
            String reason,
            List<UUID> pictures) {

        static Item of(LearningPlan.Item item, List<UUID> pictures) {
            return new Item(
                    item.no(),
                    item.number(),
                    item.title(),
                    item.goal(),
                    item.weight().stripTrailingZeros().toPlainString(),
                    item.state().name(),
                    item.state().label(),
                    item.evidence(),
                    item.link(),
                    item.reason(),
                    pictures);
        }
    }

    /** What the reader may know beside the plan itself. */
    record Beside(
            Function<UserId, String> names,
            Function<String, List<UUID>> pictures,
            OffsetDateTime agreeUntil,
            boolean mayDecide) {}

    static LearningView of(LearningPlan plan, Beside beside) {
        return new LearningView(
                plan.no(),
                plan.quarter().code(),
                plan.quarter().label(),
                plan.person().value(),
                beside.names().apply(plan.person()),
                plan.state().name(),
                plan.state().label(),
                plan.decidedBy().map(beside.names()).orElse(null),
                plan.decisionReason(),
                beside.agreeUntil(),
                beside.mayDecide(),
                plan.items().stream()
                        .map(item -> Item.of(item, beside.pictures().apply(item.no())))
                        .toList());
    }
}
