package io.issueloop.kpi;

/** On which side of the target it is good to be; the target itself is met either way. */
public enum Direction {
    HIGHER_IS_BETTER("≥"),
    LOWER_IS_BETTER("≤");

    private final String sign;

    Direction(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
