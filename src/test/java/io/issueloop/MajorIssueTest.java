package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Major issues through WeCom's own approval: applied for, decided on the phone, told or polled. */
class MajorIssueTest extends EndToEnd {

    private static final String REPORTER = "xujing";
    private static final String LEAD = "lixue";

    @Test
    @DisplayName("勾选重大问题的一行：负责人在企业微信同意后才派单；驳回的按普通问题继续")
    void decidedOnThePhone() {
        var row = ticked("订单导出性能很差");
        var no = issueOf(row);
        rowThat(row, shown -> shown.cell("状态").equals("待审批"));
        people.approve(form(no), "agree", LEAD, "尽快");
        rowThat(row, shown -> shown.cell("状态").equals("待接单"));

        var second = ticked("报表导出性能很差");
        people.approve(form(issueOf(second)), "reject", LEAD, "影响范围未评估");
        assertThat(rowThat(second, shown -> shown.cell("状态").equals("待接单")).cell("处理说明"))
                .startsWith("❌ 重大问题上报未通过：影响范围未评估");
    }

    @Test
    @DisplayName("受理的回执和同意的回调都丢了：只有一张审批单，轮询找到结果")
    void lostAnswersAreFound() {
        people.loseAnswer("/cgi-bin/oa/applyevent");
        var row = ticked("合同打印有错误");
        var no = issueOf(row);
        isTrue("form is known", () -> !known(no).isEmpty());
        assertThat(people.approvals(no)).hasSize(1);
        people.breakCallbacks("lose", 5);
        people.approve(form(no), "agree", LEAD, "");
        rowThat(row, shown -> shown.cell("状态").equals("待接单"));
    }

    @Test
    @DisplayName("提报人撤销又删除审批单，一条回调都没有：轮询发现，按普通问题继续")
    void formsTakenBackAreFound() {
        var row = ticked("库存同步有错误");
        var no = issueOf(row);
        isTrue("form is known", () -> !known(no).isEmpty());
        people.breakCallbacks("lose", 5);
        var form = form(no);
        people.approve(form, "revoke", REPORTER, "");
        people.approve(form, "delete", REPORTER, "");
        rowThat(row, shown -> shown.cell("状态").equals("待接单"));
        assertThat(issue(no, "major")).isEqualTo("false");
    }

    private String ticked(String description) {
        return people.addRow(REPORTER, Map.of("问题描述", description, "关联项目", "平台研发部", "重大问题", true));
    }

    private JsonNode form(String no) {
        return eventually("form of " + no, () -> people.approvals(no), found -> found.size() == 1)
                .get(0);
    }

    private String known(String no) {
        return jdbc.sql("select coalesce(form_no, '') from approval where issue_no = :no")
                .param("no", no)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
