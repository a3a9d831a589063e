package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("问题 REST 接口")
class IssueApiTest {

    private static final String SLOW =
            """
            {"description": "结算页性能下降", "urgency": "高", "project": "质量保障组"}""";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Browser lina;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
    }

    @Test
    @DisplayName("提报：201、地址与约定的字段，时间带 +08:00")
    void reportAnswersWhatWasAgreed() {
        var answer = lina.post("/api/issues", SLOW);
        assertThat(answer.status()).isEqualTo(201);
        var issue = answer.json();
        var no = issue.get("issueNo").asText();
        assertThat(answer.location()).isEqualTo("/api/issues/" + no);
        assertThat(issue.get("status").asText()).isEqualTo("待接单");
        assertThat(issue.get("category").asText()).isEqualTo("技术");
        assertThat(issue.get("subCategory").asText()).isEqualTo("性能");
        assertThat(issue.get("reporter").asText()).isEqualTo("lina");
        assertThat(issue.get("handler").asText()).isEqualTo("zhoujie");
        assertThat(issue.get("team").asLong()).isEqualTo(3);
        assertThat(issue.get("dueAt").asText()).endsWith("+08:00");
        assertThat(issue.get("major").asBoolean()).isFalse();
        assertThat(lina.get("/api/issues/" + no).json()).isEqualTo(issue);
    }

    @Test
    void defaultsAreMediumAndOther() {
        var issue = lina.post("/api/issues", "{\"description\": \"打印机坏了\"}").json();
        assertThat(issue.get("urgency").asText()).isEqualTo("中");
        assertThat(issue.get("project").asText()).isEqualTo("其他");
    }

    @Test
    @DisplayName("连点十次：只产生一个问题，每次得到第一次的回答")
    void sameKeyAndBodyIsOneIssue() {
        lina.with("Idempotency-Key", "tap-1");
        var before = count();
        var answers =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> lina.post("/api/issues", SLOW)))
                        .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Browser.Answer::body))
                .hasSize(10)
                .containsOnly(answers.get(0).join().body());
        assertThat(answers).allMatch(answer -> answer.join().status() == 201);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void firstAnswerStaysWhenTheIssueHasMovedOn() {
        lina.with("Idempotency-Key", "moved-on");
        var first = lina.post("/api/issues", SLOW);
        var accept = first.location() + "/accept";
        assertThat(Browser.of("zhoujie", port).post(accept, "").status()).isEqualTo(200);
        assertThat(lina.post("/api/issues", SLOW).body()).isEqualTo(first.body());
    }

    @Test
    void sameKeyWithAnotherBodyIsRefused() {
        lina.with("Idempotency-Key", "other-body");
        lina.post("/api/issues", SLOW);
        var answer = lina.post("/api/issues", "{\"description\": \"另一个问题\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).contains("Idempotency-Key");
    }

    @Test
    void keyOfAnotherCallerIsAnotherKey() {
        var zhang = Browser.of("zhangwei", port).with("Idempotency-Key", "shared");
        lina.with("Idempotency-Key", "shared");
        assertThat(lina.post("/api/issues", SLOW).body())
                .isNotEqualTo(zhang.post("/api/issues", SLOW).body());
    }

    @Test
    void refusedReportFreesItsKey() {
        lina.with("Idempotency-Key", "second-try");
        assertThat(lina.post("/api/issues", "{\"description\": \" \"}").status()).isEqualTo(400);
        assertThat(lina.post("/api/issues", SLOW).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("从接单到评价：每一步由该做的人完成，别人得到中文说明")
    void theWholeLifeOfAnIssue() {
        var issue = lina.post("/api/issues", SLOW).location();
        var zhou = Browser.of("zhoujie", port);
        var notTheirs = lina.post(issue + "/accept", "");
        assertThat(notTheirs.status()).isEqualTo(422);
        assertThat(notTheirs.json().get("detail").asText()).contains("只有处理人本人可以接单");
        assertThat(status(zhou.post(issue + "/accept", ""))).isEqualTo("处理中");
        assertThat(status(zhou.post(issue + "/question", "{\"question\": \"哪个页面？\"}")))
                .isEqualTo("已暂停");
        assertThat(status(lina.post(issue + "/answer", "{\"answer\": \"结算页\"}"))).isEqualTo("处理中");
        assertThat(status(zhou.post(issue + "/resolve", "{\"measures\": \"加索引\"}")))
                .isEqualTo("待评估");
        assertThat(status(lina.post(issue + "/evaluate", "{\"solved\": true, \"stars\": 5}")))
                .isEqualTo("已关闭");
        assertThat(lina.get(issue + "/history").json().findValuesAsText("type"))
                .startsWith("REPORTED", "CLASSIFIED")
                .endsWith("RESOLVED", "RATED", "CLOSED");
    }

    @Test
    void historySaysWhenAndWho() {
        var issue = lina.post("/api/issues", SLOW).location();
        var reported = lina.get(issue + "/history").json().get(0);
        assertThat(reported.get("actor").asText()).isEqualTo("lina");
        assertThat(reported.get("actorName").asText()).isEqualTo("李娜");
        assertThat(reported.get("occurredAt").asText()).endsWith("+08:00");
        assertThat(reported.get("recordedAt").asText()).endsWith("+08:00");
        assertThat(reported.at("/payload/source").asText()).isEqualTo("PAGE");
        assertThat(lina.get(issue + "/history").body()).doesNotContain("Z\"");
    }

    @Test
    void listIsFilteredSearchedAndPaged() {
        var marker = "独角兽" + System.nanoTime();
        for (var i = 0; i < 3; i++) {
            lina.post("/api/issues", "{\"description\": \"%s %d\"}".formatted(marker, i));
        }
        var path = "/api/issues?size=2&q=" + java.net.URLEncoder.encode(marker, UTF_8);
        var page = lina.get(path).json();
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.at("/items/0/title").asText()).isEqualTo(marker + " 2");
        assertThat(lina.get(path + "&page=1").json().get("items")).hasSize(1);
        assertThat(lina.get(path + "&status=%E5%B7%B2%E5%85%B3%E9%97%AD").json().get("items"))
                .isEmpty();
        assertThat(lina.get(path + "&reporter=me").json().get("total").asInt()).isEqualTo(3);
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static String status(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("status").asText();
    }

    private int count() {
        return jdbc.sql("select count(*) from issue").query(Integer.class).single();
    }
}
