package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How issues come in, well or badly: rows as members leave them, and REST. */
class IntakeDoorsTest extends EndToEnd {

    @Test
    @DisplayName("填错的行显示 ❌ 和原因，改对后成为问题；空行没有反应")
    void invalidRowIsToldWhyAndBecomesAnIssueOnceCorrected() {
        var tooLong = people.addRow("sunli", Map.of("问题描述", "性能".repeat(1001)));
        var unknown = people.addRow("sunli", Map.of("问题描述", "工具报错", "关联项目", "没有这个项目"));
        var empty = people.addRow("sunli", Map.of());
        assertThat(rowThat(tooLong, row -> !row.cell("处理说明").isEmpty()).cell("处理说明"))
                .startsWith("❌ ")
                .contains("最多 2000 字");
        assertThat(rowThat(unknown, row -> !row.cell("处理说明").isEmpty()).cell("处理说明"))
                .startsWith("❌ ")
                .contains("没有这个项目");
        isTrue("quiet", () -> oracles().isQuiet());
        assertThat(people.row(empty).cell("处理说明")).isEmpty();
        assertThat(people.row(tooLong).cell("问题编号")).isEmpty();

        people.changeRow(tooLong, "sunli", Map.of("问题描述", "性能下降，长度刚好"));
        people.changeRow(unknown, "sunli", Map.of("关联项目", "质量保障部"));
        people.changeRow(empty, "sunli", Map.of("问题描述", "培训资料缺失"));
        for (var row : List.of(tooLong, unknown, empty)) {
            assertThat(issueOf(row)).isNotEmpty();
            rowThat(row, shown -> shown.cell("处理说明").startsWith("✅"));
        }
    }

    @Test
    @DisplayName("逐格填写的一行只成为一个问题，内容是填完时的")
    void rowBuiltCellByCellIsOneIssue() {
        var row = people.addRow("zhoujie", Map.of());
        people.changeRow(row, "zhoujie", Map.of("紧急程度", "紧急"));
        people.changeRow(row, "zhoujie", Map.of("关联项目", "平台研发部"));
        people.changeRow(row, "zhoujie", Map.of("问题描述", "系统环境不可用"));
        var no = issueOf(row);
        isTrue("quiet", () -> oracles().isQuiet());
        assertThat(issue(no, "urgency")).isEqualTo("URGENT");
        assertThat(issue(no, "project")).isEqualTo("平台研发部");
        oracles().eachRowIsOneIssue(List.of(row));
    }

    @Test
    @DisplayName("令牌通过 REST 提报：与表格走同一流程，相同 Idempotency-Key 只有一个问题，并补写表格行")
    void restStartsTheSame() {
        var script = new Script(application(), TOKEN, "zhulin");
        var report = Map.of("description", "评审会议太多，文档没人写", "urgency", "低", "project", "应用研发部");
        var first = script.post("/api/issues", report, "key-1");
        var again = script.post("/api/issues", report, "key-1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        var no = first.json().path("issueNo").asText();
        assertThat(first.json().path("status").asText()).isEqualTo("待接单");
        cardThat(handlerOf(no), no, card -> card.isLive());
        isTrue("one row", () -> rowsOf(no) == 1);
        assertThat(script.post("/api/issues", Map.of("description", "别的"), "key-1").status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("写表格行的应答丢失：不会多出一行，也不会多出一个问题")
    void lostAnswerMakesNeitherASecondRowNorASecondIssue() {
        people.loseAnswer("/cgi-bin/wedoc/smartsheet/add_records");
        var script = new Script(application(), TOKEN, "yangfan");
        var text = "沟通流程断了 " + System.nanoTime();
        var no =
                script.post("/api/issues", Map.of("description", text), "key-2")
                        .json()
                        .path("issueNo")
                        .asText();
        isTrue("row", () -> rowsOf(no) == 1);
        isTrue("quiet", () -> oracles().isQuiet());
        assertThat(people.rows()).filteredOn(row -> row.cell("问题描述").equals(text)).hasSize(1);
        assertThat(
                        jdbc.sql("select count(*) from issue where description = :text")
                                .param("text", text)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("别人删掉一行：问题还在，行重新写出")
    void deletedRowIsWrittenAgain() {
        var row = people.addRow("machao", Map.of("问题描述", "测试平台缺少数据"));
        var no = issueOf(row);
        isTrue("quiet", () -> oracles().isQuiet());
        people.deleteRow(row, "yangfan");
        isTrue("written again", () -> rowsOf(no) == 1);
        assertThat(issue(no, "status")).isEqualTo("ASSIGNED");
    }

    @Test
    @DisplayName("提报人在接单前删掉自己的行：撤回")
    void rowDeletedByItsReporterIsWithdrawn() {
        var row = people.addRow("machao", Map.of("问题描述", "培训平台打不开"));
        var no = issueOf(row);
        isTrue("quiet", () -> oracles().isQuiet());
        people.deleteRow(row, "machao");
        isTrue("withdrawn", () -> issue(no, "status").equals("CANCELLED"));
    }

    @Test
    @DisplayName("回调丢失的行由对账补上")
    void lostCallbackIsMadeUpFor() {
        people.breakCallbacks("lose", 1);
        assertThat(issueOf(people.addRow("zhaomin", Map.of("问题描述", "英语培训没有名额")))).isNotEmpty();
    }

    private long rowsOf(String no) {
        return people.rows().stream().filter(row -> row.cell("问题编号").equals(no)).count();
    }
}
