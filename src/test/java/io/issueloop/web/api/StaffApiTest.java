package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Team 质量保障组: lead 刘洋, member 周杰; 平台研发组: lead 王芳, members 张伟 and 李娜. */
@WebTest
@DisplayName("改派、分类、不在岗、移交、组织的接口")
class StaffApiTest {

    private static final String SLOW =
            """
            {"description": "结算页性能下降", "urgency": "高", "project": "质量保障组"}""";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Browser lina;
    private Browser lead;
    private String issue;

    @BeforeEach
    void reported() {
        lina = Browser.of("lina", port);
        lead = Browser.of("liuyang", port);
        issue = lina.post("/api/issues", SLOW).location();
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
        jdbc.sql("update handover set closed_at = now() where closed_at is null").update();
        Browser.of("sunops", port).post("/api/admin/organisation", said("PROJECT", "平台研发组", ""));
        Browser.of("sunops", port).post("/api/admin/organisation", said("HANDLER", "zhoujie", ""));
    }

    @Test
    @DisplayName("页面知道谁可以做什么；同事、提报人与脚本不能改派")
    void onlyTheLeadReassigns() {
        assertThat(lead.get(issue + "/care").json().get("mayReassign").asBoolean()).isTrue();
        assertThat(lina.get(issue + "/care").json().get("mayReassign").asBoolean()).isFalse();
        assertThat(lina.get(issue + "/care").json().get("mayDispute").asBoolean()).isTrue();
        var body = "{\"to\": \"zhangwei\", \"note\": \"他值班\"}";
        for (var user : new String[] {"lina", "zhoujie", "zhangwei", "wangfang", "sunops"}) {
            var answer = Browser.of(user, port).post(issue + "/reassign", body);
            assertThat(answer.status()).as(user).isEqualTo(422);
            assertThat(answer.json().get("detail").asText()).contains("只有负责人可以改派");
        }
        var script =
                Browser.at(port)
                        .with("Authorization", "Bearer " + WebTest.TOKEN)
                        .with("X-Acting-User", "liuyang");
        assertThat(script.post(issue + "/reassign", body).status()).isEqualTo(403);
        var answer = lead.post(issue + "/reassign", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("handler").asText()).isEqualTo("zhangwei");
    }

    @Test
    @DisplayName("提报人一点异议，处理人更正；第二次异议前要先有答复")
    void aCategoryIsDisputedAndCorrected() {
        var dispute = issue + "/category-dispute";
        assertThat(lina.post(dispute, "{\"category\": \"工具\"}").status()).isEqualTo(200);
        assertThat(lina.post(dispute, "{}").status()).isEqualTo(422);
        var right = "{\"category\": \"工具\", \"subCategory\": \"构建\"}";
        assertThat(lina.post(issue + "/category", right).status()).isEqualTo(422);
        var answer = Browser.of("zhoujie", port).post(issue + "/category", right).json();
        assertThat(answer.get("category").asText()).isEqualTo("工具");
        assertThat(answer.get("subCategory").asText()).isEqualTo("构建");
        assertThat(lina.get(issue + "/history").json().findValuesAsText("type"))
                .endsWith("CATEGORY_DISPUTED", "RECLASSIFIED");
    }

    @Test
    @DisplayName("请假期间不指派；代理人看到待办；别组不能代为登记")
    void absencesAreEntered() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var days = "\"from\": \"%s\", \"to\": \"%s\"".formatted(today, today.plusDays(9));
        var body = "{\"user\": \"zhoujie\", %s, \"substitute\": \"zhangwei\"}".formatted(days);
        assertThat(lina.post("/api/absences", body).status()).isEqualTo(422);
        assertThat(lead.post("/api/absences", body).status()).isEqualTo(200);
        assertThat(lead.post("/api/absences", body).status()).isEqualTo(422);
        assertThat(lead.post("/api/absences", "{\"from\": \"morgen\"}").status()).isEqualTo(400);
        var seen = Browser.of("zhangwei", port).get("/api/absences").json().get("standingIn");
        assertThat(seen.get(0).get("name").asText()).isEqualTo("周杰");
        assertThat(seen.get(0).get("issues")).isNotEmpty();
        var next = lina.post("/api/issues", SLOW).json();
        assertThat(next.get("handler").asText()).isEqualTo("liuyang");
        var accepted = Browser.of("zhangwei", port).post(issue + "/accept", "");
        assertThat(accepted.json().get("status").asText()).isEqualTo("处理中");
    }

    @Test
    @DisplayName("离职移交：逐件建议，确认一次；之后不再指派给离职者")
    void aLeaverHandsOver() {
        var open = lead.post("/api/handovers", "{\"leaver\": \"zhoujie\"}");
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        var handover = open.json().get(0);
        assertThat(handover.get("items").findValuesAsText("to")).contains("liuyang");
        var confirm = "/api/handovers/%d/confirm".formatted(handover.get("id").asLong());
        assertThat(Browser.of("wangfang", port).post(confirm, "{}").status()).isEqualTo(422);
        assertThat(lead.post(confirm, "{}").status()).isEqualTo(200);
        assertThat(lead.post(confirm, "{}").status()).isEqualTo(422);
        assertThat(lina.get(issue).json().get("handler").asText()).isEqualTo("liuyang");
    }

    @Test
    @DisplayName("项目归属由管理员改动，立即生效；最后一位流程管理员不能去掉")
    void theOrganisationIsAdjusted() {
        var admin = Browser.of("sunops", port);
        var path = "/api/admin/organisation";
        assertThat(admin.post(path, said("PROJECT", "平台研发组", "3")).status()).isEqualTo(200);
        var body = "{\"description\": \"构建失败\", \"project\": \"平台研发组\"}";
        assertThat(lina.post("/api/issues", body).json().get("team").asLong()).isEqualTo(3);
        assertThat(admin.post(path, said("PROCESS_ADMIN", "sunops", "no")).status()).isEqualTo(422);
        assertThat(admin.post(path, said("LEAD", "99", "lina")).status()).isEqualTo(422);
        assertThat(admin.post(path, said("OTHER", "", "")).status()).isEqualTo(400);
        assertThat(admin.get(path).json().get("adjustments").findValuesAsText("kind"))
                .containsExactly("PROJECT");
    }

    private static String said(String kind, String subject, String value) {
        return "{\"kind\": \"%s\", \"subject\": \"%s\", \"value\": \"%s\"}"
                .formatted(kind, subject, value);
    }
}
