package io.issueloop.kpi;

/** What a value says about its target (kpi.md §3). */
public enum KpiStatus {
    MET("达标"),
    MISSED("未达标"),
    INSUFFICIENT("样本不足"),
    NA("N/A");

    private final String label;

    KpiStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
