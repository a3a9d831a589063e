package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.ApprovalSandbox.REASON;
import static io.issueloop.sandbox.approval.ApprovalSandbox.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final String TO = ",\"to\":\"%s\"";

    private static RunningSandbox wecom;
    private static ApprovalSandbox approvals;
    private static String template;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", "http://127.0.0.1:9/"));
        approvals = new ApprovalSandbox(wecom);
        template = approvals.newTemplate("重大问题审批", REASON);
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void nodesFollowEachOtherAndTheLastAgreementApproves() {
        var form = form(node(1, 2, "lixue"), node(1, 2, "zhoumingyuan"));
        assertThat(approvals.box("lixue", "todo")).contains(form);
        assertThat(approvals.box("zhoumingyuan", "todo")).doesNotContain(form);
        assertThat(approvals.act(form, "agree", "zhoumingyuan")).isEqualTo(403);
        assertThat(approvals.act(form, "agree", "lixue", ",\"speech\":\"可以\"")).isEqualTo(200);
        assertThat(approvals.act(form, "agree", "lixue")).isEqualTo(403);
        assertThat(approvals.info(form).at("/sp_record/0/details/0/speech").asText())
                .isEqualTo("可以");
        assertThat(approvals.box("lixue", "done")).contains(form);
        assertThat(approvals.status(form)).isEqualTo(1);
        approvals.act(form, "agree", "zhoumingyuan");
        assertThat(approvals.status(form)).isEqualTo(2);
        assertThat(approvals.act(form, "agree", "zhoumingyuan")).isEqualTo(403);
    }

    @Test
    void allHaveToAgreeOneIsEnoughOrOneAfterAnother() {
        var all = form(node(1, 1, "lixue", "wanglei"));
        approvals.act(all, "agree", "wanglei");
        assertThat(approvals.status(all)).isEqualTo(1);
        approvals.act(all, "agree", "lixue");
        assertThat(approvals.status(all)).isEqualTo(2);
        assertThat(approvals.info(all).at("/sp_record/0/approverattr").asInt()).isEqualTo(2);
        assertThat(approvals.info(all).at("/process_list/node_list/0/apv_rel").asInt())
                .isEqualTo(1);

        var any = form(node(1, 2, "lixue", "wanglei"));
        approvals.act(any, "agree", "wanglei");
        assertThat(approvals.status(any)).isEqualTo(2);
        assertThat(approvals.opinions(any, 0)).containsExactly(1, 2);
        assertThat(approvals.info(any).at("/sp_record/0/approverattr").asInt()).isEqualTo(1);
        assertThat(approvals.info(any).at("/process_list/node_list/0/apv_rel").asInt())
                .isEqualTo(2);

        var inTurn = form(node(1, 3, "lixue", "wanglei"));
        assertThat(approvals.act(inTurn, "agree", "wanglei")).isEqualTo(403);
        approvals.act(inTurn, "agree", "lixue");
        approvals.act(inTurn, "agree", "wanglei");
        assertThat(approvals.status(inTurn)).isEqualTo(2);
    }

    @Test
    void oneRejectionEndsIt() {
        var form = form(node(1, 1, "lixue", "wanglei"), node(1, 2, "zhoumingyuan"));
        approvals.act(form, "reject", "lixue", ",\"speech\":\"不行\"");
        assertThat(approvals.status(form)).isEqualTo(3);
        assertThat(approvals.act(form, "agree", "wanglei")).isEqualTo(403);
        assertThat(approvals.box("zhoumingyuan", "done")).doesNotContain(form);
        assertThat(approvals.info(form).at("/sp_record/0/sp_status").asInt()).isEqualTo(3);
    }

    @Test
    void copiesGoOutWhenTheFlowPassesAndHandlersHandle() {
        var form = form(node(1, 2, "lixue"), node(2, 0, "hefang"), node(3, 1, "wuhao"));
        assertThat(approvals.box("hefang", "cc")).doesNotContain(form);
        approvals.act(form, "agree", "lixue");
        assertThat(approvals.box("hefang", "cc")).contains(form);
        assertThat(approvals.act(form, "reject", "wuhao")).isEqualTo(403);
        assertThat(approvals.act(form, "transfer", "wuhao", TO.formatted("liuyang")))
                .isEqualTo(200);
        assertThat(approvals.opinions(form, 2)).containsExactly(15, 1);
        assertThat(approvals.act(form, "agree", "liuyang")).isEqualTo(200);
        assertThat(approvals.opinions(form, 2)).containsExactly(15, 14);
        assertThat(approvals.status(form)).isEqualTo(2);
        assertThat(approvals.info(form).path("notifyer").toString())
                .isEqualTo("[{\"userid\":\"hefang\"}]");
        assertThat(approvals.info(form).path("sp_record")).hasSize(1);
    }

    @Test
    void aTransferMovesTheDecision() {
        var form = form(node(1, 1, "lixue", "wanglei"));
        assertThat(approvals.act(form, "transfer", "lixue", TO.formatted("wanglei")))
                .isEqualTo(400);
        assertThat(approvals.act(form, "transfer", "lixue", TO.formatted("nobody"))).isEqualTo(400);
        approvals.act(form, "transfer", "lixue", TO.formatted("chenjing"));
        assertThat(approvals.opinions(form, 0)).containsExactly(4, 1, 1);
        assertThat(approvals.act(form, "agree", "lixue")).isEqualTo(403);
        approvals.act(form, "agree", "chenjing");
        approvals.act(form, "agree", "wanglei");
        assertThat(approvals.status(form)).isEqualTo(2);
    }

    @Test
    void sentBackToAnEarlierNodeItIsDecidedAgain() {
        var form = form(node(1, 2, "lixue"), node(1, 2, "wanglei"), node(1, 2, "zhoumingyuan"));
        approvals.act(form, "agree", "lixue");
        approvals.act(form, "agree", "wanglei");
        assertThat(approvals.act(form, "send_back", "zhoumingyuan", ",\"to_node\":2"))
                .isEqualTo(400);
        assertThat(approvals.act(form, "send_back", "zhoumingyuan", ",\"to_node\":0"))
                .isEqualTo(200);
        assertThat(approvals.opinions(form, 2)).containsExactly(11);
        assertThat(approvals.opinions(form, 1)).containsExactly(1);
        assertThat(approvals.box("lixue", "todo")).contains(form);
        approvals.act(form, "agree", "lixue");
        approvals.act(form, "agree", "wanglei");
        assertThat(approvals.opinions(form, 2)).containsExactly(1);
        approvals.act(form, "agree", "zhoumingyuan");
        assertThat(approvals.status(form)).isEqualTo(2);
    }

    @Test
    void sentBackToTheApplicantItIsCorrectedAndSubmittedAgain() {
        var form = form(node(1, 2, "lixue"));
        assertThat(approvals.act(form, "resubmit", "zhangwei")).isEqualTo(403);
        approvals.act(form, "send_back", "lixue", ",\"speech\":\"补充\"");
        assertThat(approvals.status(form)).isEqualTo(1);
        assertThat(approvals.box("zhangwei", "todo")).contains(form);
        assertThat(approvals.act(form, "agree", "lixue")).isEqualTo(403);
        assertThat(approvals.act(form, "urge", "zhangwei")).isEqualTo(403);
        var wrong = ",\"contents\":[" + ApprovalSandbox.content("Text-01", "{\"text\":1}") + "]";
        assertThat(approvals.act(form, "resubmit", "zhangwei", wrong)).isEqualTo(400);
        var right =
                ",\"contents\":[" + ApprovalSandbox.content("Text-01", "{\"text\":\"补充了\"}") + "]";
        assertThat(approvals.act(form, "resubmit", "zhangwei", right)).isEqualTo(200);
        assertThat(approvals.info(form).at("/apply_data/contents/0/value/text").asText())
                .isEqualTo("补充了");
        approvals.act(form, "agree", "lixue");
        assertThat(approvals.status(form)).isEqualTo(2);
    }

    @Test
    void signersAreAddedBeforeOrAfter() {
        var before = form(node(1, 2, "lixue"));
        assertThat(approvals.act(before, "add_signer", "lixue", ",\"to\":[\"lixue\"]"))
                .isEqualTo(400);
        approvals.act(
                before, "add_signer", "lixue", ",\"to\":[\"wuhao\",\"huanglei\"],\"apv_rel\":1");
        assertThat(approvals.opinions(before, 1)).containsExactly(12);
        assertThat(approvals.act(before, "agree", "lixue")).isEqualTo(403);
        approvals.act(before, "agree", "wuhao");
        approvals.act(before, "agree", "huanglei");
        assertThat(approvals.box("lixue", "todo")).contains(before);
        approvals.act(before, "agree", "lixue");
        assertThat(approvals.status(before)).isEqualTo(2);

        var after = form(node(1, 2, "lixue"));
        approvals.act(after, "add_signer", "lixue", ",\"to\":[\"wuhao\"],\"agree\":true");
        assertThat(approvals.opinions(after, 0)).containsExactly(13);
        assertThat(approvals.status(after)).isEqualTo(1);
        approvals.act(after, "agree", "wuhao");
        assertThat(approvals.status(after)).isEqualTo(2);
    }

    @Test
    void theApplicantUrgesRevokesAndDeletes() {
        var form = form(node(1, 2, "lixue"));
        assertThat(approvals.act(form, "urge", "lixue")).isEqualTo(403);
        assertThat(approvals.act(form, "urge", "zhangwei")).isEqualTo(200);
        assertThat(approvals.act(form, "delete", "zhangwei")).isEqualTo(403);
        assertThat(approvals.act(form, "revoke_approved", "zhangwei")).isEqualTo(403);
        assertThat(approvals.act(form, "revoke", "zhangwei")).isEqualTo(200);
        assertThat(approvals.status(form)).isEqualTo(4);
        assertThat(approvals.act(form, "agree", "lixue")).isEqualTo(403);
        assertThat(approvals.act(form, "delete", "lixue")).isEqualTo(403);
        assertThat(approvals.act(form, "delete", "zhangwei")).isEqualTo(200);
        assertThat(approvals.status(form)).isEqualTo(7);
        assertThat(approvals.box("zhangwei", "mine")).doesNotContain(form);

        var approved = form(node(1, 2, "lixue"));
        approvals.act(approved, "agree", "lixue");
        assertThat(approvals.act(approved, "revoke", "zhangwei")).isEqualTo(403);
        assertThat(approvals.act(approved, "revoke_approved", "zhangwei")).isEqualTo(200);
        assertThat(approvals.status(approved)).isEqualTo(6);
    }

    @Test
    void onlyThoseConcernedReadAndComment() {
        var form = form(node(1, 2, "lixue"), node(2, 0, "hefang"));
        assertThat(approvals.act(form, "comment", "sunli", ",\"content\":\"路过\"")).isEqualTo(403);
        assertThat(approvals.act(form, "comment", "hefang", ",\"content\":\"早\"")).isEqualTo(403);
        assertThat(approvals.act(form, "comment", "lixue", ",\"content\":\"看看\"")).isEqualTo(200);
        assertThat(approvals.info(form).at("/comments/0/commentcontent").asText()).isEqualTo("看看");
        assertThat(detail(form, "sunli")).isEqualTo(403);
        assertThat(detail(form, "zhangwei")).isEqualTo(200);
        assertThat(detail("209901010001", "zhangwei")).isEqualTo(404);
        assertThat(approvals.act(form, "pay", "zhangwei")).isEqualTo(404);
        var may = wecom.people("GET", "approvals/" + form + "?userid=lixue", "").path("may");
        assertThat(may.toString())
                .isEqualTo(
                        "[\"agree\",\"reject\",\"transfer\",\"send_back\",\"add_signer\",\"comment\"]");
    }

    @Test
    void useridsAreComparedWithoutCase() {
        var form = form(node(1, 2, "LiXue"));
        assertThat(approvals.act(form, "agree", "LIXUE")).isEqualTo(200);
        assertThat(approvals.info(form).at("/sp_record/0/details/0/approver/userid").asText())
                .isEqualTo("lixue");
    }

    private static int detail(String form, String userid) {
        return wecom.send("GET", "/__sandbox/approvals/" + form + "?userid=" + userid, "")
                .statusCode();
    }

    private static String form(String... nodes) {
        return approvals.newForm(template, List.of(nodes).toArray(String[]::new));
    }
}
