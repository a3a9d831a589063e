package io.issueloop.bench;

import io.issueloop.issue.IssueNo;
import java.util.List;
import java.util.Map;

/** What the issues of the measurement say, the same on both sides. */
final class Texts {

    static final String PROJECT = "平台研发部";
    static final List<String> REPORTERS = List.of("zhaomin", "sunli", "xujing");

    /** Without 紧急, which is called out in the group as well: every issue has as many effects. */
    private static final List<String> URGENCIES = List.of("高", "中", "低");

    private static final List<String> DESCRIPTIONS =
            List.of(
                    "结算接口越来越慢，高峰时超过五秒，请排查性能。昨天上线后开始出现，影响下单。",
                    "登录页出现 bug：点击两次提交后页面报错误，刷新后恢复，用户已反馈三次。",
                    "需求评审会议没有结论，沟通成本高，希望把流程文档写清楚再排期。",
                    "测试环境的构建工具不稳定，平台每天中断两次，请协助恢复。");

    private Texts() {}

    static String urgency(int number) {
        return URGENCIES.get(number % URGENCIES.size());
    }

    static String reporter(int number) {
        return REPORTERS.get(number % REPORTERS.size());
    }

    static String description(int number) {
        return DESCRIPTIONS.get(number % DESCRIPTIONS.size());
    }

    static String description(String issueNo) {
        return description(Integer.parseInt(IssueNo.of(issueNo).value().substring(13)));
    }

    /** The row a member would fill in. */
    static Map<String, Object> row(int number) {
        return Map.of(
                "问题描述", List.of(Map.of("type", "text", "text", description(number))),
                "紧急程度", List.of(Map.of("text", urgency(number))),
                "关联项目", List.of(Map.of("text", PROJECT)));
    }
}
