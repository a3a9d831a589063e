package io.issueloop.pilot;

import io.issueloop.shared.Refused;
import java.math.BigDecimal;

/**
 * What this trial has to reach.
 *
 * @param criterion what is measured
 * @param label how people call it
 * @param unit how people call what is counted
 * @param target at least this much, in the criterion's own measure
 * @param counts whether it is asked of this trial at all
 */
public record PilotGoal(
        PilotCriterion criterion, String label, String unit, BigDecimal target, boolean counts) {

    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_UNIT = 8;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /**
     * @throws Refused when a text is missing or too long, or the target cannot be reached
     */
    public PilotGoal {
        label = label.strip();
        unit = unit.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new Refused("请写明标准，%d 字以内".formatted(LONGEST_LABEL));
        }
        if (unit.isEmpty() || unit.length() > LONGEST_UNIT) {
            throw new Refused("请写明单位，%d 字以内".formatted(LONGEST_UNIT));
        }
        var most = criterion.most().orElse(MOST);
        if (target.signum() < 0 || target.compareTo(most) > 0) {
            throw new Refused("目标应为 0–%s 之间的数".formatted(most.toPlainString()));
        }
        target = target.stripTrailingZeros();
        if (target.scale() > 1) {
            throw new Refused("目标最多一位小数");
        }
        target = target.setScale(Math.max(0, target.scale()));
    }

    static PilotGoal shipped(PilotCriterion criterion) {
        return new PilotGoal(
                criterion, criterion.label(), criterion.unit(), criterion.target(), true);
    }
}
