package io.issueloop.pilot;

/** The steps from nothing to everybody; improving goes on afterwards without end. */
public enum PilotStep {
    PREPARATION("环境准备", "建应用、配权限，setup 与 doctor 全部通过；定下试点部门和负责人"),
    TRIAL("试点", "试点部门用真实的问题跑起来，每周看一次数字和反馈，当周改进"),
    ROLL_OUT("推广", "达到标准后逐个部门加入，每个团队培训十分钟，最后全员");

    private final String label;
    private final String purpose;

    PilotStep(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    public String label() {
        return label;
    }

    /** What is done in it, Chinese. */
    public String purpose() {
        return purpose;
    }
}
