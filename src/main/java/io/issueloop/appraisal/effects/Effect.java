package io.issueloop.appraisal.effects;

/**
 * What the customer expects (kpi.md §7), as a share of the baseline.
 *
 * <p>A share, such as repeats, lies between 0 and 1; a mean is in its unit.
 */
public enum Effect {
    EFFICIENCY("效率提升", "平均解决时间（T2）比基线缩短", "天", false, false, 30, 50, Double.MAX_VALUE),
    REPEATS("重复减少", "重复问题率（T3）比基线降低", "%", false, true, 40, 60, 1),
    SATISFACTION("团队满意度提升", "团队脉搏的平均分比基线提高", "分", true, false, 20, 30, 5),
    DELIVERY("交付准时率提升", "按计划日期交付的里程碑占比比基线提高", "%", true, true, 15, 25, 1);

    private final String label;
    private final String formula;
    private final String unit;
    private final boolean higherIsBetter;
    private final boolean share;
    private final int least;
    private final int most;
    private final double ceiling;

    Effect(
            String label,
            String formula,
            String unit,
            boolean higherIsBetter,
            boolean share,
            int least,
            int most,
            double ceiling) {
        this.label = label;
        this.formula = formula;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.share = share;
        this.least = least;
        this.most = most;
        this.ceiling = ceiling;
    }

    public String label() {
        return label;
    }

    /** In words, Chinese. */
    public String formula() {
        return formula;
    }

    public String unit() {
        return unit;
    }

    boolean isHigherBetter() {
        return higherIsBetter;
    }

    /** Whether it counts how many of all, rather than how much on average. */
    public boolean isShare() {
        return share;
    }

    /** Expected at least, in percent of the baseline. */
    public int least() {
        return least;
    }

    /** Expected up to, in percent of the baseline. */
    public int most() {
        return most;
    }

    /** No value can be higher. */
    double ceiling() {
        return ceiling;
    }
}
