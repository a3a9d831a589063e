package io.issueloop.issue.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns a file may have, in the order of the template (design.md §3 Import files). */
public enum ImportColumn {
    KEY("外部编号", true, "JIRA-1024", "原系统中的编号，全文件唯一；再次导入时凭它识别，不会重复"),
    DESCRIPTION("问题描述", true, "订单查询接口性能太差，高峰期经常超时", "1–2000 字"),
    URGENCY("紧急程度", false, "高", "紧急、高、中 或 低；空 = 中"),
    PROJECT("关联项目", false, "", "与提报时可选的项目同名；空 = 其他"),
    REPORTER("提报人", true, "", "账号，或全公司唯一的姓名"),
    HANDLER("处理人", false, "", "账号，或全公司唯一的姓名；已接单或已解决的必填，空 = 由系统指派"),
    CATEGORY("分类", false, "技术", "技术、流程、人员 或 工具；空 = 由系统判定"),
    CREATED("创建时间", true, "2026-05-06 09:30", "不写时区即北京时间；Excel 日期单元格也可以"),
    ACCEPTED("接单时间", false, "2026-05-06 10:05", "不早于创建时间；空 = 未接单"),
    RESOLVED("解决时间", false, "2026-05-07 16:40", "不早于接单时间；空 = 未解决"),
    CLOSED("关闭时间", false, "2026-05-08 09:00", "不早于解决时间；空且已有满意度的，按解决时间关闭"),
    STARS("满意度", false, "5", "1–5 的整数；提报人自己解决的不能有"),
    DUPLICATE_OF("重复于", false, "", "另一行或以前导入的外部编号"),
    DUPLICATE_KIND("重复类型", false, "", "重复提报 或 复发；填了“重复于”就必填");

    private final String label;
    private final boolean required;
    private final String example;
    private final String help;

    ImportColumn(String label, boolean required, String example, String help) {
        this.label = label;
        this.required = required;
        this.example = example;
        this.help = help;
    }

    /** What the column is called in a file, Chinese. */
    public String label() {
        return label;
    }

    /** Whether a file without it is refused. */
    public boolean isRequired() {
        return required;
    }

    /** One sentence for the person who fills it in, Chinese. */
    public String help() {
        return help;
    }

    String example() {
        return example;
    }

    boolean isTime() {
        return this == CREATED || this == ACCEPTED || this == RESOLVED || this == CLOSED;
    }

    /** The column people call by this word; empty when nobody does. */
    public static Optional<ImportColumn> labelled(String label) {
        return Arrays.stream(values()).filter(column -> column.label.equals(label)).findFirst();
    }
}
