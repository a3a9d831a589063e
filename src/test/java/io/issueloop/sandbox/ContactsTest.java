package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsTest {

    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void aLeaderIsMarkedAndSensitiveFieldsAreAbsent() {
        var lixue = wecom.get("user/get?userid=lixue");
        assertThat(lixue.path("name").asText()).isEqualTo("李雪");
        assertThat(lixue.path("is_leader_in_dept").path(0).asInt()).isEqualTo(1);
        assertThat(wecom.get("user/get?userid=zhangwei").at("/direct_leader/0").asText())
                .isEqualTo("lixue");
        assertThat(lixue.fieldNames())
                .toIterable()
                .doesNotContain(
                        "mobile", "email", "avatar", "gender", "biz_mail", "qr_code", "address");
    }

    @Test
    void aDepartmentListsItsDirectMembersOnly() {
        assertThat(wecom.get("user/list?department_id=1").path("userlist")).hasSize(1);
        assertThat(wecom.get("user/simplelist?department_id=2").path("userlist")).hasSize(5);
        assertThat(wecom.get("department/list").path("department")).hasSize(5);
        assertThat(wecom.get("department/list?id=2").path("department")).hasSize(1);
    }

    @Test
    void tagsNameThePeopleInRoles() {
        assertThat(wecom.get("tag/list").path("taglist").findValuesAsText("tagname"))
                .containsExactly("KPI 管理员", "流程管理员");
        assertThat(wecom.get("tag/get?tagid=1").at("/userlist/0/userid").asText())
                .isEqualTo("hefang");
    }

    @ParameterizedTest
    @CsvSource({
        "user/get?userid=linwai,60011",
        "user/get?userid=nobody,60111",
        "user/list?department_id=6,60011",
        "department/get?id=99,60123",
        "tag/get?tagid=77,40068",
        "auth/getuserinfo?code=unknown,40029",
    })
    void whatTheAppMayNotSeeIsRefused(String path, int errcode) {
        assertThat(wecom.get(path).path("errcode").asInt()).isEqualTo(errcode);
    }
}
