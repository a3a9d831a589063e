package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetAdvice.Answer;
import io.issueloop.appraisal.targets.TargetAdvice.Bounds;
import io.issueloop.appraisal.targets.TargetAdvice.Move;
import io.issueloop.kpi.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/**
 * What the table suggests for one metric (kpi.md §6); nobody is bound by it.
 *
 * @param why the quarters it rests on and the rule, Chinese
 */
public record Suggestion(
        String metric, BigDecimal present, BigDecimal suggested, Move move, String why) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    static Suggestion of(TargetPast past, BigDecimal present, Answer answer, Bounds bounds) {
        var moved = moved(past, present, answer);
        var suggested = bounded(present, moved, bounds);
        boolean same = suggested.compareTo(present) == 0;
        return new Suggestion(
                past.metric(),
                present,
                suggested,
                same ? Move.KEEP : answer.move(),
                why(past, answer, same));
    }

    private static BigDecimal moved(TargetPast past, BigDecimal present, Answer answer) {
        boolean higher = past.direction() == Direction.HIGHER_IS_BETTER;
        var most = share(present, answer.maxStep());
        return switch (answer.move()) {
            case KEEP -> present;
            case TIGHTEN -> {
                var margin = share(present, past.question().margin());
                var by = most.min(share(margin, answer.marginShare()));
                yield higher ? present.add(by) : present.subtract(by);
            }
            case RELAX ->
                    higher
                            ? past.median().max(present.subtract(most)).min(present)
                            : past.median().min(present.add(most)).max(present);
        };
    }

    private static BigDecimal share(BigDecimal of, BigDecimal percent) {
        return of.multiply(percent).divide(HUNDRED, MathContext.DECIMAL128);
    }

    /** Rounded towards the present target, and never moved by the bounds alone. */
    private static BigDecimal bounded(BigDecimal present, BigDecimal moved, Bounds bounds) {
        int way = moved.compareTo(present);
        if (way == 0) {
            return present;
        }
        var grains =
                moved.divide(
                        bounds.grain(), 0, way > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
        var rounded =
                grains.multiply(bounds.grain())
                        .max(bounds.lowest())
                        .min(bounds.highest())
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.compareTo(present) * way > 0 ? rounded : present;
    }

    private static String why(TargetPast past, Answer answer, boolean same) {
        var quarters =
                past.quarters().stream()
                        .map(
                                quarter ->
                                        "%s 为 %s（目标 %s，样本 %d）"
                                                .formatted(
                                                        quarter.period(),
                                                        two(quarter.value()),
                                                        two(quarter.target()),
                                                        quarter.n()))
                        .collect(Collectors.joining("，"));
        var rule = answer.explanation();
        if (same && answer.move() != Move.KEEP) {
            rule += "；取整后或因界限保持不变";
        }
        return quarters.isEmpty() ? rule : quarters + "；" + rule;
    }

    private static String two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
