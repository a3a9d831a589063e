package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("季度考核 REST 接口")
class QuarterApiTest {

    private static final String QUARTER = "/api/quarters/2020Q1";
    private static final List<String> TABLES =
            List.of(
                    "quarter_archive_block",
                    "quarter_archive_file",
                    "quarter_archive",
                    "quarter_run_change",
                    "quarter_run",
                    "quarter_event");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aLockedQuarterWithATrialRun() {
        forget();
        for (var type : List.of("ENDED", "LOCKED", "ARCHIVED")) {
            jdbc.sql(
                            """
                            insert into quarter_event (quarter, type, revision, actor, cut_off, occurred_at)
                            values ('2020Q1', ?, 1, 'chenkpi', '2020-04-08 18:00+08', '2020-04-20 09:00+08')
                            """)
                    .param(type)
                    .update();
        }
        jdbc.sql("insert into quarter_archive values ('2020Q1', 1, '2020-04-20 09:00+08', 100000)")
                .update();
        archived(1, "json", "{}");
        archived(2, "xlsx", "x");
        archived(3, "sha256", "44136fa355  KPI-2020Q1-r1.json\n");
        var run =
                jdbc.sql(
                                """
                                insert into quarter_run (quarter, actor, at, fingerprint, changed_values, changed_lines)
                                values ('2020Q1', 'chenkpi', now(), 'f00dfeedf00dfeed', 2, 0) returning id
                                """)
                        .query(Long.class)
                        .single();
        for (var scope : List.of("team:3", "person:zhoujie")) {
            jdbc.sql("insert into quarter_run_change values (?, 'P1', 'DEFAULT', ?, '', '1', '2')")
                    .params(run, scope)
                    .update();
        }
    }

    private void archived(int place, String ending, String content) {
        jdbc.sql(
                        """
                        insert into quarter_archive_file
                        values ('2020Q1', 1, :place, 'KPI-2020Q1-r1.' || :ending,
                                encode(sha256(convert_to(:content, 'UTF8')), 'hex'), length(:content))
                        """)
                .param("place", place)
                .param("ending", ending)
                .param("content", content)
                .update();
        jdbc.sql(
                        "insert into quarter_archive_block values ('2020Q1', 1, ?, 1, convert_to(?, 'UTF8'))")
                .params(place, content)
                .update();
    }

    @AfterEach
    void forget() {
        TABLES.forEach(
                table -> {
                    jdbc.sql("alter table %s disable trigger user".formatted(table)).update();
                    jdbc.sql("delete from " + table).update();
                    jdbc.sql("alter table %s enable trigger user".formatted(table)).update();
                });
    }

    @Test
    @DisplayName("差异：负责人只见自己团队的人，别的负责人与 CTO 不见，KPI 管理员全见，成员进不来")
    void everybodySeesTheirOwnPart() {
        assertThat(subjects("chenkpi")).containsExactlyInAnyOrder("质量保障组", "周杰");
        assertThat(subjects("liuyang")).containsExactlyInAnyOrder("质量保障组", "周杰");
        assertThat(subjects("wangfang")).containsExactly("质量保障组");
        assertThat(subjects("zhaocto")).containsExactly("质量保障组");
        assertThat(Browser.of("zhoujie", port).get(QUARTER).status()).isEqualTo(403);
        assertThat(Browser.of("sunops", port).get(QUARTER).status()).isEqualTo(403);
        assertThat(Browser.at(port).get(QUARTER).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("不再是负责人：立刻看不到，也不能复核")
    void aFormerLeadIsOut() {
        var admin = Browser.of("sunops", port);
        var liu = Browser.of("liuyang", port);
        assertThat(liu.get(QUARTER).status()).isEqualTo(200);
        lead(admin, "zhoujie");
        try {
            assertThat(liu.get(QUARTER).status()).isEqualTo(403);
            assertThat(liu.post(QUARTER + "/lock", "{\"agree\": true}").status()).isEqualTo(403);
        } finally {
            lead(admin, "");
        }
    }

    @Test
    @DisplayName("归档只给 KPI 管理员下载，每次都有记录")
    void downloadsAreForTheAdministratorAndLogged() {
        var archive = QUARTER + "/revisions/1/";
        for (var other : List.of("liuyang", "zhaocto")) {
            assertThat(Browser.of(other, port).get(archive + "json").status()).isEqualTo(403);
        }
        var kpi = Browser.of("chenkpi", port);
        var sums = kpi.get(archive + "sha256");
        assertThat(sums.body()).isEqualTo("44136fa355  KPI-2020Q1-r1.json\n");
        assertThat(sums.header("Content-Disposition")).contains("KPI-2020Q1-r1.sha256");
        assertThat(kpi.get(archive + "json").body()).isEqualTo("{}");
        assertThat(kpi.get(archive + "KPI-2020Q1-r1.xlsx").header("Content-Length")).isEqualTo("1");
        assertThat(kpi.get(archive + "exe").status()).isEqualTo(404);
        assertThat(kpi.get(QUARTER + "/revisions/2/json").status()).isEqualTo(404);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from kpi_export_log where caller = 'chenkpi' and what = 'archive KPI-2020Q1-r1.sha256'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    @DisplayName("锁定的季度不能试算、不能由 CTO 申请重新打开；不是季度的周期被婉拒")
    void whatIsRefused() {
        var kpi = Browser.of("chenkpi", port);
        assertThat(kpi.post(QUARTER + "/trial-run", "{}").status()).isEqualTo(422);
        var cto = Browser.of("zhaocto", port);
        assertThat(cto.post(QUARTER + "/reopening", "{\"reason\": \"更正\"}").body())
                .contains("只有 KPI 管理员");
        assertThat(kpi.post(QUARTER + "/reopening", "{}").body()).contains("请写明重新打开的原因");
        assertThat(kpi.get("/api/quarters/2020-01").status()).isEqualTo(400);
        var view = kpi.get(QUARTER).json();
        assertThat(view.at("/head/stateLabel").asText()).isEqualTo("已归档");
        assertThat(view.at("/revisions/0/files").findValuesAsText("name")).hasSize(3);
        assertThat(view.at("/may/askToReopen").asBoolean()).isTrue();
        assertThat(view.at("/may/tryOut").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("季度还没截止，就能看到锁定之前还要处理什么；锁定之后不再列出")
    void whatIsLeftIsSaidEarly() {
        var kpi = Browser.of("chenkpi", port);
        var view = kpi.get("/api/quarters/2020Q2").json();
        assertThat(view.at("/head/state").asText()).isEqualTo("OPEN");
        assertThat(view.get("checklist").findValuesAsText("text"))
                .contains("还没有进行同事互评，团队协作评分将为 N/A");
        assertThat(kpi.get(QUARTER).json().get("checklist")).isEmpty();
    }

    private List<String> subjects(String user) {
        var changes = Browser.of(user, port).get(QUARTER).json().get("changes");
        return changes.findValuesAsText("subject");
    }

    private static void lead(Browser admin, String user) {
        var change = "{\"kind\": \"LEAD\", \"subject\": \"3\", \"value\": \"%s\"}".formatted(user);
        assertThat(admin.post("/api/admin/organisation", change).status()).isLessThan(300);
    }
}
