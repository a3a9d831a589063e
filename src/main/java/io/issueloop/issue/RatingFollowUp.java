package io.issueloop.issue;

import io.issueloop.shared.Refused;

/** What came out when a lead asked a reporter about a low rating. */
public enum RatingFollowUp {
    UNDERSTOOD("已沟通，提报人理解"),
    IMPROVING("已沟通，安排改进"),
    UNREACHED("未能联系上提报人");

    private final String label;

    RatingFollowUp(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @param code the name in any case, as forms and pages send it
     * @throws Refused when there is no such result
     */
    static RatingFollowUp of(String code) {
        for (var one : values()) {
            if (one.name().equalsIgnoreCase(code.strip())) {
                return one;
            }
        }
        throw new Refused("请选择回访结果");
    }
}
