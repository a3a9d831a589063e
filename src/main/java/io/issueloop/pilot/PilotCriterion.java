package io.issueloop.pilot;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the trial has to reach before everybody joins. Counts, percents and stars of what was
 * reported, and said, in the days of the trial.
 */
public enum PilotCriterion {
    REPORTS("提报的问题", "件", "20", "count(*)", "count(*)"),
    REPORTERS("提报过的同事", "人", "5", "count(distinct reporter)", "count(distinct reporter)"),
    UNATTENDED(
            "自动指派（没有经过人工分诊）",
            "%",
            "80",
            "100.0 * count(*) filter (where not triaged) / nullif(count(*), 0)",
            "count(*)"),
    IN_TIME(
            "按时解决",
            "%",
            "80",
            "100.0 * count(*) filter (where in_time) / nullif(count(resolved_at), 0)",
            "count(resolved_at)"),
    STARS("提报人的评分", "星", "4", "avg(stars)", "count(stars)"),
    ANSWERS("收到的反馈", "份", "5", "count(*)", "count(*)"),
    FEEDBACK("反馈的满意度", "星", "4", "avg(stars)", "count(*)");

    private final String label;
    private final String unit;
    private final BigDecimal target;
    private final String value;
    private final String sample;

    PilotCriterion(String label, String unit, String target, String value, String sample) {
        this.label = label;
        this.unit = unit;
        this.target = new BigDecimal(target);
        this.value = value;
        this.sample = sample;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** At least this much, where an administrator says nothing else. */
    public BigDecimal target() {
        return target;
    }

    /** What can be reached at most; empty: as much as people do. */
    Optional<BigDecimal> most() {
        return switch (this) {
            case UNATTENDED, IN_TIME -> Optional.of(BigDecimal.valueOf(100));
            case STARS, FEEDBACK -> Optional.of(BigDecimal.valueOf(5));
            default -> Optional.empty();
        };
    }

    /** From what was reported, or from what was said of the trial. */
    String statement() {
        var said = this == ANSWERS || this == FEEDBACK;
        return "select %s as value, %s as sample from %s where %s >= :from and %s < :to"
                .formatted(
                        value,
                        sample,
                        said ? "feedback" : "pilot_issue",
                        said ? "given_at" : "reported_at",
                        said ? "given_at" : "reported_at");
    }
}
