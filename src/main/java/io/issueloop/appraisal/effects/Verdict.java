package io.issueloop.appraisal.effects;

import io.issueloop.kpi.KpiSamples.Sample;
import java.util.Optional;

/** What can honestly be said (kpi.md §7). */
public enum Verdict {
    REACHED("达成"),
    PARTLY("部分"),
    MISSED("未达成"),
    UNKNOWN("无法判断");

    /** Fewer say nothing. */
    static final int ENOUGH = 20;

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A verdict and why it is this one, Chinese. */
    public record Reasoned(Verdict verdict, String why) {}

    static Reasoned of(
            Effect effect,
            Optional<Sample> before,
            Optional<Sample> after,
            Optional<Comparison> found) {
        if (before.isEmpty()) {
            return new Reasoned(UNKNOWN, "还没有冻结基线");
        }
        if (after.map(Sample::n).orElse(0L) < ENOUGH) {
            return new Reasoned(
                    UNKNOWN, "样本不足：至少 %d，现有 %d".formatted(ENOUGH, after.map(Sample::n).orElse(0L)));
        }
        return found.map(one -> of(effect, one))
                .orElseGet(() -> new Reasoned(UNKNOWN, "基线为零，无法计算变化"));
    }

    private static Reasoned of(Effect effect, Comparison found) {
        boolean better = found.low() > 0;
        if (better && found.improvement() >= effect.least()) {
            return new Reasoned(REACHED, "改善达到期望，且置信区间不含零");
        }
        if (better) {
            return new Reasoned(PARTLY, "确有改善，但没有达到期望的 %d%%".formatted(effect.least()));
        }
        return found.high() < effect.least()
                ? new Reasoned(MISSED, "置信区间低于期望的 %d%%".formatted(effect.least()))
                : new Reasoned(UNKNOWN, "置信区间太宽，既可能没有变化，也可能达到期望");
    }
}
