package io.issueloop.delivery;

/** What WeCom can be used for here; each has a {@link Mode} of its own (design.md §2, row 8). */
public enum Capability {
    MESSAGE("消息与卡片"),
    TODO("待办"),
    SCHEDULE("日程"),
    TABLE("智能表格"),
    DOCUMENT("微文档"),
    GROUP("群聊"),
    MEETING("会议"),
    APPROVAL("审批"),
    DRIVE("微盘"),
    WORKBENCH("工作台"),
    FORM("收集表"),
    JOURNAL("汇报");

    private final String label;

    Capability(String label) {
        this.label = label;
    }

    /** WeCom's own word for it. */
    public String label() {
        return label;
    }
}
