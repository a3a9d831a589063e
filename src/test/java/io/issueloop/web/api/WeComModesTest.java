package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("企业微信能力：流程管理员查看与改变模式")
class WeComModesTest {

    private static final String ADDRESS = "/api/admin/wecom";

    @LocalServerPort private int port;
    private Browser admin;

    @BeforeEach
    void signOn() {
        admin = Browser.of("sunops", port);
    }

    @AfterEach
    void asTheSettingsSay() {
        admin.post(ADDRESS + "/document", "{\"mode\": \"setting\"}");
    }

    @Test
    @DisplayName("改为人工立即生效；记录写明谁从什么改成什么")
    void changesAreSeenAtOnceAndRemembered() {
        var before = capability(admin.get(ADDRESS), "DOCUMENT");
        assertThat(before.path("label").asText()).isEqualTo("微文档");
        assertThat(before.path("mode").asText()).isEqualTo("AUTO");
        assertThat(before.path("decided").asBoolean()).isFalse();

        var answer = admin.post(ADDRESS + "/document", "{\"mode\": \"manual\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var after = capability(answer, "DOCUMENT");
        assertThat(after.path("mode").asText()).isEqualTo("MANUAL");
        assertThat(after.path("setting").asText()).isEqualTo("AUTO");
        assertThat(after.path("decided").asBoolean()).isTrue();
        var change = answer.json().path("history").path(0);
        assertThat(change.path("byName").asText()).isEqualTo("孙浩");
        assertThat(change.path("from").asText()).isEqualTo("AUTO");
        assertThat(change.path("to").asText()).isEqualTo("MANUAL");
    }

    @Test
    void nonsenseIsRefusedInChinese() {
        var mode = admin.post(ADDRESS + "/document", "{\"mode\": \"hand\"}");
        assertThat(mode.status()).isEqualTo(400);
        assertThat(mode.json().path("detail").asText()).contains("模式只能是");
        assertThat(admin.post(ADDRESS + "/fax", "{\"mode\": \"off\"}").status()).isEqualTo(404);
    }

    private static JsonNode capability(Browser.Answer answer, String name) {
        return StreamSupport.stream(answer.json().path("capabilities").spliterator(), false)
                .filter(one -> one.path("capability").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
