package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private RunningSandbox wecom;

    @BeforeEach
    void start() {
        wecom = RunningSandbox.start();
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    @Test
    void anAppKeepsTheTagsItMadeAndNoOthers() {
        var id = post("tag/create", "{'tagname':'评审组'}").path("tagid").asInt();
        assertThat(code("tag/create", "{'tagname':'评审组'}")).isEqualTo(40071);
        assertThat(code("tag/create", "{'tagname':''}")).isEqualTo(41018);
        assertThat(code("tag/create", "{'tagname':'" + "长".repeat(33) + "'}")).isEqualTo(40072);
        var added =
                post(
                        "tag/addtagusers",
                        "{'tagid':%d,'userlist':['lixue','nobody'],'partylist':[2,77]}"
                                .formatted(id));
        assertThat(added.path("invalidlist").asText()).isEqualTo("nobody");
        assertThat(added.path("invalidparty").path(0).asInt()).isEqualTo(77);
        assertThat(wecom.get("tag/get?tagid=" + id).at("/userlist/0/name").asText())
                .isEqualTo("李雪");
        assertThat(code("tag/addtagusers", "{'tagid':%d,'userlist':['nobody']}".formatted(id)))
                .isEqualTo(40070);
        assertThat(
                        post("tag/update", "{'tagid':%d,'tagname':'评委'}".formatted(id))
                                .path("errcode")
                                .asInt())
                .isZero();
        post("tag/deltagusers", "{'tagid':%d,'userlist':['lixue'],'partylist':[2]}".formatted(id));
        assertThat(wecom.get("tag/get?tagid=" + id).path("userlist")).isEmpty();
        assertThat(wecom.get("tag/delete?tagid=" + id).path("errcode").asInt()).isZero();
        assertThat(wecom.get("tag/get?tagid=" + id).path("errcode").asInt()).isEqualTo(40068);
        assertThat(code("tag/update", "{'tagid':1,'tagname':'x'}")).isEqualTo(81011);
        assertThat(wecom.get("tag/delete?tagid=1").path("errcode").asInt()).isEqualTo(81011);
    }

    @Test
    void aMobileNumberLeadsToItsOwner() {
        assertThat(post("user/getuserid", "{'mobile':'13800100002'}").path("userid").asText())
                .isEqualTo("lixue");
        assertThat(code("user/getuserid", "{'mobile':'13900000000'}")).isEqualTo(46004);
        assertThat(code("user/getuserid", "{'mobile':'none'}")).isEqualTo(60103);
        assertThat(code("user/getuserid", "{'mobile':'13800100018'}")).isEqualTo(46004);
    }

    @Test
    void onlyTheContactsSecretListsIdsAndItDoesLittleElse() {
        assertThat(code("user/list_id", "{}")).isEqualTo(48002);
        var token = token(SandboxDefaults.CONTACTS_SECRET);
        var page =
                RunningSandbox.json(
                        wecom.send(
                                "POST",
                                "/cgi-bin/user/list_id?access_token=" + token,
                                "{\"limit\":10}"));
        assertThat(page.path("dept_user")).hasSize(10);
        assertThat(page.path("next_cursor").asText()).isEqualTo("10");
        assertThat(asContacts(token, "GET", "user/get?userid=lixue&")).isEqualTo(48009);
        assertThat(asContacts(token, "POST", "message/send?")).isEqualTo(48002);
        assertThat(asContacts(token, "GET", "department/simplelist?")).isZero();
    }

    @Test
    void aResetSecretEndsItsTokens() {
        wecom.people("PUT", "settings", "{\"secret\":\"another-secret-for-this-test\"}");
        assertThat(wecom.get("user/get?userid=lixue").path("errcode").asInt()).isEqualTo(40014);
        assertThat(wecom.gettoken().path("errcode").asInt()).isEqualTo(40001);
        assertThat(token("another-secret-for-this-test")).isNotEmpty();
    }

    @Test
    void anUntrustedAddressIsTurnedAwayOnceTheCheckIsOn() {
        wecom.people("PUT", "settings", "{\"ipCheck\":true,\"trustedIps\":[\"10.0.0.1\"]}");
        assertThat(wecom.get("user/get?userid=lixue").path("errcode").asInt()).isEqualTo(60020);
        assertThat(wecom.gettoken().path("errcode").asInt()).isZero();
        wecom.people("PUT", "settings", "{\"trustedIps\":[\"127.0.0.1\"]}");
        assertThat(wecom.get("user/get?userid=lixue").path("errcode").asInt()).isZero();
    }

    @Test
    void whatTheAdministratorChangesIsToldWithItsFields() {
        edit("contacts", "{'userid':'zhangwei','department':[3],'position':'架构师'}");
        assertThat(lastXml())
                .contains("<ChangeType><![CDATA[update_user]]>", "<Department><![CDATA[3]]>")
                .contains("<DirectLeader><![CDATA[wanglei]]>", "<FromUserName><![CDATA[sys]]>");
        edit("contacts", "{'userid':'lixue','newUserid':'lixue2'}");
        assertThat(lastXml())
                .contains("<UserID><![CDATA[lixue]]>", "<NewUserID><![CDATA[lixue2]]>");
        assertThat(wecom.get("department/get?id=2").at("/department/department_leader/0").asText())
                .isEqualTo("lixue2");
        edit("contacts", "{'userid':'liuyang','leads':[2]}");
        assertThat(lastXml()).contains("<IsLeaderInDept><![CDATA[1]]>");
        edit("contacts", "{'action':'create','userid':'newcomer','name':'新人','department':[4]}");
        assertThat(lastXml()).contains("create_user", "newcomer");
        edit("contacts", "{'action':'delete','userid':'hefang'}");
        assertThat(lastXml()).contains("delete_user").doesNotContain("<Name>");
        assertThat(wecom.get("tag/get?tagid=1").path("userlist")).isEmpty();
        edit("departments", "{'action':'create','name':'架构组','parentid':2}");
        assertThat(lastXml()).contains("create_party", "<Id>7</Id>", "<ParentId>2</ParentId>");
        edit("departments", "{'id':7,'parentid':3}");
        assertThat(lastXml())
                .contains("update_party", "<ParentId>3</ParentId>")
                .doesNotContain("<Name>");
        edit("departments", "{'action':'delete','id':7}");
        assertThat(lastXml()).contains("delete_party", "<Id>7</Id>");
        edit("tags", "{'tagid':2,'userlist':['gaoxiang','machao']}");
        assertThat(lastXml())
                .contains("update_tag", "<AddUserItems><![CDATA[machao]]>")
                .doesNotContain("DelUserItems");
    }

    @Test
    void whoEntersOrLeavesTheVisibleRangeIsTold() {
        wecom.people(
                "PUT",
                "settings",
                "{\"visibleRange\":{\"departments\":[1],\"members\":[],\"excludedDepartments\":[4]}}");
        var log = wecom.people("GET", "callbacks", "").path("callbacks");
        assertThat(log.findValuesAsText("event"))
                .containsExactlyInAnyOrder(
                        "subscribe", "unsubscribe", "unsubscribe", "unsubscribe", "unsubscribe");
        assertThat(log.toString()).contains("linwai", "chenjing");
    }

    @Test
    void whatCannotBeIsRefused() {
        var cases =
                List.of(
                        "contacts | {'userid':'nobody'}",
                        "contacts | {'action':'create','userid':'lixue','name':'x','department':[1]}",
                        "contacts | {'action':'create','userid':'a b','name':'x','department':[1]}",
                        "contacts | {'action':'create','userid':'ab','name':'x'}",
                        "contacts | {'userid':'lixue','department':[99]}",
                        "contacts | {'userid':'lixue','newUserid':'zhangwei'}",
                        "departments | {'action':'delete','id':2}",
                        "departments | {'id':1,'parentid':2}",
                        "departments | {'id':77,'name':'x'}",
                        "tags | {'tagid':77,'userlist':[]}",
                        "tags | {'tagid':1,'userlist':['nobody']}");
        for (var refused : cases) {
            var parts = refused.split(" \\| ");
            var answer = wecom.people("POST", parts[0], parts[1].replace('\'', '"'));
            assertThat(answer.path("error").asText()).as(refused).isNotEmpty();
        }
        assertThat(wecom.people("GET", "callbacks", "").path("callbacks")).isEmpty();
    }

    private void edit(String path, String json) {
        var answer = wecom.people("POST", path, json.replace('\'', '"'));
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
    }

    private String lastXml() {
        var log = wecom.people("GET", "callbacks", "").path("callbacks");
        return log.path(log.size() - 1).path("xml").asText();
    }

    private JsonNode post(String path, String json) {
        return wecom.api(path, json.replace('\'', '"'));
    }

    private int code(String path, String json) {
        return post(path, json).path("errcode").asInt();
    }

    private String token(String secret) {
        var path = "/cgi-bin/gettoken?corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=" + secret;
        return RunningSandbox.json(wecom.send("GET", path, "")).path("access_token").asText();
    }

    private int asContacts(String token, String method, String path) {
        return RunningSandbox.json(
                        wecom.send(method, "/cgi-bin/" + path + "access_token=" + token, ""))
                .path("errcode")
                .asInt();
    }
}
