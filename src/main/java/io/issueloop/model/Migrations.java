package io.issueloop.model;

import io.issueloop.model.MigrationEngine.Order;
import io.issueloop.model.ModelChange.Action;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Bringing running instances to another version of their process. */
@Service
public class Migrations {

    /** So many in one call: a page asks again until nobody is left, and shows how far it is. */
    public static final int AT_ONCE = 100;

    private final MigrationEngine engine;
    private final DraftRules rules;
    private final ModelLog changes;
    private final Clock clock;

    Migrations(MigrationEngine engine, DraftRules rules, ModelLog changes, Clock clock) {
        this.engine = engine;
        this.rules = rules;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Moves instances; what cannot be moved stays as it is and is named.
     *
     * @throws Refused when the person may not, or the versions do not fit
     */
    public MigrationResult migrate(Order order, String reason, UserId by) {
        rules.demandAdmin(by);
        DraftRules.demandReason(reason);
        if (order.from() == order.to()) {
            throw new Refused("这些实例已经在第 %d 版上".formatted(order.to()));
        }
        var chosen = inWords(order);
        var result = engine.migrate(order);
        if (result.moved() > 0) {
            changes.append(
                    new ModelChange(
                            Action.MIGRATED,
                            new ModelId(ModelType.BPMN, order.process()),
                            order.from(),
                            order.to(),
                            by,
                            reason.strip(),
                            words(result.moved(), chosen),
                            clock.instant()));
        }
        return result;
    }

    /** The chosen steps as people know them; empty where none was chosen. */
    private List<String> inWords(Order order) {
        if (order.mapping().isEmpty()) {
            return List.of();
        }
        return engine.plan(order.process(), order.from(), order.to()).steps().stream()
                .filter(step -> order.mapping().containsKey(step.elementId()))
                .map(step -> "「%s」→「%s」".formatted(step.name(), name(step, order)))
                .toList();
    }

    private static String name(MigrationPlan.Step step, Order order) {
        var chosen = order.mapping().getOrDefault(step.elementId(), "");
        return step.choices().stream()
                .filter(choice -> choice.elementId().equals(chosen))
                .map(MigrationPlan.Choice::name)
                .findFirst()
                .orElse(chosen);
    }

    private static List<String> words(int moved, List<String> chosen) {
        var words = new ArrayList<String>();
        words.add("已迁移 %d 个运行中的实例".formatted(moved));
        if (!chosen.isEmpty()) {
            words.add("手动对应：" + String.join("，", chosen));
        }
        return words;
    }
}
