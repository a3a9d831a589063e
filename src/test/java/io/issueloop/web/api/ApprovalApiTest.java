package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.approval.ApprovalLevel;
import io.issueloop.approval.ApprovalRule;
import io.issueloop.approval.Approvals;
import io.issueloop.directory.Role;
import io.issueloop.issue.IssueNo;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("审批页面与接口")
class ApprovalApiTest {

    private static final String AGREE = "{\"agree\": true, \"comment\": \"尽快\"}";

    @LocalServerPort private int port;
    @Autowired private Approvals approvals;
    private String approval;

    /** 李娜 reports, 周杰 would handle it, 刘洋 leads the team, 赵启明 is the CTO. */
    @BeforeEach
    void majorIssue() {
        var issue = "{\"description\": \"结算页性能下降\", \"project\": \"质量保障组\"}";
        var no = person("lina").post("/api/issues", issue).json().get("issueNo").asText();
        var level =
                new ApprovalLevel(
                        List.of(Role.LEAD),
                        ApprovalRule.ANY,
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(8));
        approvals.open(IssueNo.of(no), level, List.of("线上"));
        approval = "/api/issues/" + no + "/approval";
    }

    private Browser person(String userid) {
        return Browser.of(userid, port);
    }

    @Test
    @DisplayName("审批人看到事项、影响、计划，同意后其他人得到说明")
    void theLeadDecidesOnTheFacts() {
        var shown = person("liuyang").get(approval).json();
        assertThat(shown.get("mayDecide").asBoolean()).isTrue();
        assertThat(shown.get("what").asText()).isEqualTo("结算页性能下降");
        assertThat(shown.get("impact").asText()).startsWith("涉及线上；紧急程度：中");
        assertThat(shown.get("plan").asText()).startsWith("批准后由周杰（质量保障组）处理");
        var decided = person("liuyang").post(approval, AGREE);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("stateCode").asText()).isEqualTo("APPROVED");
        var late = person("liuyang").post(approval, AGREE);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.json().get("detail").asText()).contains("刘洋已在审批页面同意");
    }

    @Test
    @DisplayName("提报人、处理人、旁人和令牌都不能审批")
    void nobodyElseDecides() {
        refused("lina", "提报人和处理人不能审批自己的问题");
        refused("zhoujie", "提报人和处理人不能审批自己的问题");
        refused("wangfang", "只有审批人可以审批这个问题");
        refused("sunops", "只有审批人可以审批这个问题");
        refused("zhaocto", "只有审批人可以审批这个问题");
    }

    private void refused(String userid, String why) {
        var answer = person(userid).post(approval, AGREE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).isEqualTo(why);
        assertThat(person(userid).get(approval).json().get("whyNot").asText()).isEqualTo(why);
    }

    @Test
    @DisplayName("驳回要写原因，问题转为普通问题")
    void rejectingNeedsAReason() {
        var empty = person("liuyang").post(approval, "{\"agree\": false}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().get("detail").asText()).contains("请填写驳回的原因");
        var body = "{\"agree\": false, \"comment\": \"影响范围未评估\"}";
        assertThat(person("liuyang").post(approval, body).status()).isEqualTo(200);
        var issue = person("lina").get(approval.replace("/approval", "")).json();
        assertThat(issue.get("status").asText()).isEqualTo("待接单");
        assertThat(issue.get("note").asText()).isEqualTo("❌ 重大问题上报未通过：影响范围未评估");
        assertThat(person("liuyang").post(approval, "{}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("负责人或 CTO 可以先处理后审批，一次为限")
    void actFirst() {
        assertThat(person("lina").get(approval).json().get("mayActFirst").asBoolean()).isFalse();
        assertThat(person("lina").post(approval + "/act-first", "{}").status()).isEqualTo(422);
        var done = person("zhaocto").post(approval + "/act-first", "{}");
        assertThat(done.json().get("actedFirstBy").asText()).isEqualTo("赵启明");
        var again = person("liuyang").post(approval + "/act-first", "{}");
        assertThat(again.json().get("detail").asText()).contains("赵启明已批示先处理后审批");
        assertThat(person("liuyang").post(approval, AGREE).status()).isEqualTo(200);
    }

    @Test
    void whatWasNeverPutToApproversIsNotFound() {
        assertThat(person("lina").get("/api/issues/ISS-20200101-0001/approval").status())
                .isEqualTo(404);
        assertThat(person("lina").get("/api/issues/x/approval").status()).isEqualTo(404);
    }
}
