package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("自己的视图，与看板从哪里开始")
class KeptViewsTest {

    private static final String VIEWS = "/api/me/views";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Browser lina;
    private String mark;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
        mark = "v" + System.nanoTime();
    }

    @Test
    @DisplayName("改名、改条件；别的视图的名称不能用，别人的不能改")
    void renamedAndOverwritten() {
        var one = kept(lina, mark, "due=overdue");
        kept(lina, mark + "b", "major=true");
        var renamed = lina.post(VIEWS + "/" + one, view("改过 " + mark, "due=today"));
        assertThat(named(renamed, "改过 " + mark).path("id").asLong()).isEqualTo(one);
        assertThat(named(renamed, "改过 " + mark).path("query").asText()).isEqualTo("due=today");
        var taken = lina.post(VIEWS + "/" + one, view(mark + "b", "due=today"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().path("detail").asText()).contains("同名");
        var other = Browser.of("zhangwei", port);
        assertThat(other.post(VIEWS + "/" + one, view("我的了", "")).status()).isEqualTo(422);
        assertThat(lina.post(VIEWS + "/" + one, view("  ", "")).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("默认视图：自己的或共享给自己的；删除后列表回到全部")
    void listBeginsWithIt() {
        var lead = Browser.of("wangfang", port);
        var shared =
                named(
                        lead.post(
                                VIEWS,
                                "{\"name\": \"%s\", \"query\": \"major=true\", \"team\": 2}"
                                        .formatted(mark)),
                        mark);
        var id = shared.path("id").asLong();
        assertThat(named(begin(lina, id, true), mark).path("begins").asBoolean()).isTrue();
        assertThat(named(lead.get(VIEWS), mark).path("begins").asBoolean()).isFalse();
        assertThat(named(begin(lina, id, false), mark).path("begins").asBoolean()).isFalse();
        begin(lina, id, true);
        lead.post(VIEWS + "/" + id + "/removal", "{}");
        assertThat(lina.get(VIEWS).body()).doesNotContain("\"begins\":true");
        var gone = begin(lina, id, true);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.json().path("detail").asText()).contains("请刷新");
    }

    @Test
    @DisplayName("看板：自己的团队有在办的问题就从它开始，否则看全部")
    void boardBeginsWhereThereIsWork() {
        var no = lina.post("/api/issues", "{\"description\": \"看板 性能 %s\"}".formatted(mark)).json();
        jdbc.sql("update issue set team_id = 3 where team_id = 2").update();
        var start = lina.get("/api/issues/board/start").json();
        assertThat(start.path("reach").asText()).isEqualTo("ALL");
        assertThat(start.path("teams").size()).isZero();
        jdbc.sql("update issue set team_id = 2 where issue_no = ?")
                .param(no.path("issueNo").asText())
                .update();
        var own = lina.get("/api/issues/board/start").json();
        assertThat(own.path("reach").asText()).isEqualTo("OWN");
        assertThat(own.at("/teams/0").asLong()).isEqualTo(2);
        assertThat(own.path("name").asText()).isEqualTo("平台研发组");
    }

    private static Browser.Answer begin(Browser who, long id, boolean on) {
        return who.post(VIEWS + "/" + id + "/default", "{\"on\": " + on + "}");
    }

    private static long kept(Browser who, String name, String query) {
        return named(who.post(VIEWS, view(name, query)), name).path("id").asLong();
    }

    private static String view(String name, String query) {
        return "{\"name\": \"%s\", \"query\": \"%s\", \"team\": null}".formatted(name, query);
    }

    private static JsonNode named(Browser.Answer overview, String name) {
        assertThat(overview.status()).as(overview.body()).isEqualTo(200);
        return StreamSupport.stream(overview.json().path("views").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
