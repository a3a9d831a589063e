package io.issueloop.model;

import io.issueloop.model.MigrationEngine.Order;
import io.issueloop.model.ModelChange.Action;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
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
                            List.of("已迁移 %d 个运行中的实例".formatted(result.moved())),
                            clock.instant()));
        }
        return result;
    }
}
