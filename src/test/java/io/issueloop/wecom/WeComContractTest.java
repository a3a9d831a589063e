package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.collaboration.TrackingTable;
import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.collaboration.workbench.Workbench;
import io.issueloop.directory.DirectorySource;
import io.issueloop.knowledge.DocumentStore;
import io.issueloop.knowledge.DocumentStore.Paragraph;
import io.issueloop.kpi.KpiTable;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The adapters against the sandbox, over HTTP. */
class WeComContractTest {

    private static final UserId ZHANG = UserId.of("zhangwei");
    private static final UserId LI = UserId.of("lixue");

    private final World world = World.shared();

    @Test
    @DisplayName("再次运行 setup 不会重复创建任何东西")
    void secondSetUpCreatesNothing() {
        var before = world.people.docs();
        assertThat(world.the(WeComSetup.class).run()).isEmpty();
        assertThat(world.people.docs()).hasSameSizeAs(before);
    }

    @Test
    void trackingSheetHasTheAgreedFieldsAndOneToSortBy() {
        var sheet = world.the(Sheets.class).tracking();
        var fields =
                world.the(SmartSheetApi.class)
                        .fields(new SmartSheetApi.InSheet(sheet.docid(), sheet.id()))
                        .fields();
        assertThat(fields)
                .extracting(SmartSheetApi.Field::field_title)
                .containsExactly(
                        "问题描述", "紧急程度", "关联项目", "状态", "处理人", "截止时间", "满意度", "问题编号", "分类", "子分类",
                        "处理说明", "重大问题", "提报人", "最后更新");
        var status = fields.get(3).property_single_select();
        assertThat(status.options())
                .extracting(SmartSheetApi.Option::text)
                .containsExactly(
                        "已提报", "待分诊", "待审批", "待接单", "处理中", "已暂停", "待评估", "已关闭", "已撤销", "无效");
        assertThat(fields.get(5).property_date_time()).containsEntry("format", "yyyy-mm-dd hh:mm");
    }

    @Test
    void kanbansGroupByStatusAndHandler() {
        var sheet = world.the(Sheets.class).tracking();
        var views =
                world.the(SmartSheetApi.class)
                        .views(new SmartSheetApi.InSheet(sheet.docid(), sheet.id()))
                        .views();
        assertThat(views)
                .extracting(SmartSheetApi.View::view_title)
                .containsExactly("全部问题", "按状态", "按处理人");
        assertThat(views.get(1).property().at("/group_spec/groups/0/field_id").asText())
                .isNotEmpty();
    }

    @Test
    @DisplayName("员工可以编辑问题跟踪表，但看不到含个人指标的 KPI 表")
    void membersMayEditTheTrackingTableOnly() {
        var rights =
                world.people.docs().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        doc -> doc.path("doc_name").asText(),
                                        doc ->
                                                doc.at("/access_rule/enable_corp_internal")
                                                        .asBoolean(),
                                        (a, b) -> a));
        assertThat(rights).containsEntry("问题跟踪", true).containsEntry("KPI 统计", false);
    }

    @Test
    void contactsAreReadWithLeadersAndTags() {
        var read = world.the(DirectorySource.class).read();
        assertThat(read.departments())
                .anySatisfy(
                        department -> {
                            assertThat(department.name()).isEqualTo("平台研发部");
                            assertThat(department.leaders()).containsExactly(LI);
                            assertThat(department.parent()).contains(TeamId.of(1));
                        });
        assertThat(read.people())
                .anySatisfy(
                        person -> {
                            assertThat(person.userId()).isEqualTo(ZHANG);
                            assertThat(person.name()).isEqualTo("张伟");
                            assertThat(person.main()).isEqualTo(TeamId.of(2));
                        })
                .noneSatisfy(person -> assertThat(person.name()).isEqualTo("林外"));
        assertThat(read.tags()).containsEntry("KPI 管理员", java.util.Set.of(UserId.of("hefang")));
    }

    @Test
    void cellsOfEveryTypeSurvive() {
        var table = world.the(TrackingTable.class);
        var due = Instant.parse("2026-11-25T10:00:00Z");
        var id =
                table.add(
                        Map.of(
                                Field.DESCRIPTION, new Cell.Text("登录 <b>失败</b>\n第二行"),
                                Field.URGENCY, new Cell.Choice("高"),
                                Field.MAJOR, new Cell.Flag(true),
                                Field.ISSUE_NO, new Cell.Text("ISS-20261122-0001"),
                                Field.HANDLER, new Cell.Person(ZHANG),
                                Field.DUE_AT, new Cell.Time(due),
                                Field.STARS, new Cell.Number(4)));
        var row = table.rows(List.of(id)).get(0);
        assertThat(row.description()).isEqualTo("登录 <b>失败</b>\n第二行");
        assertThat(row.urgency()).isEqualTo("高");
        assertThat(row.major()).isTrue();
        assertThat(row.issueNo()).isEqualTo("ISS-20261122-0001");
        assertThat(row.reporter()).as("an application is no member").isEmpty();
        assertThat(row.updatedAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(cellsOf(id)).contains("zhangwei", Long.toString(due.toEpochMilli()));
    }

    @Test
    void emptiedCellsAreEmpty() {
        var table = world.the(TrackingTable.class);
        var id =
                table.add(
                        Map.of(
                                Field.HANDLER, new Cell.Person(ZHANG),
                                Field.DUE_AT, new Cell.Time(Instant.EPOCH),
                                Field.STARS, new Cell.Number(4),
                                Field.NOTE, new Cell.Text("✅")));
        table.write(
                id,
                Map.of(
                        Field.HANDLER, new Cell.Empty(),
                        Field.DUE_AT, new Cell.Empty(),
                        Field.STARS, new Cell.Empty(),
                        Field.NOTE, new Cell.Text("")));
        assertThat(cellsOf(id)).doesNotContain("zhangwei").doesNotContain("✅");
    }

    private String cellsOf(String recordId) {
        var sheet = world.the(Sheets.class).tracking();
        var query = new RecordApi.Query(sheet.docid(), sheet.id(), List.of(recordId), 0, 10);
        return world.the(RecordApi.class).get(query).records().get(0).values().toString();
    }

    @Test
    void rowsThatNoLongerExistAreAbsent() {
        assertThat(world.the(TrackingTable.class).rows(List.of("r-gone"))).isEmpty();
    }

    @Test
    void documentBecomesExactlyTheParagraphs() {
        var store = world.the(DocumentStore.class);
        var document = store.create("ISS-1 解决方案", List.of(ZHANG)).documentId();
        store.write(document, List.of(new Paragraph(true, "背景"), new Paragraph(false, "很长的😀第一稿")));
        store.write(document, List.of(new Paragraph(true, "背景"), new Paragraph(false, "一\n二")));
        store.share(document, List.of(ZHANG, LI));
        assertThat(textOf(document)).isEqualTo("【背景】\n一\n二\n");
        world.people.forgetRequests();
        store.write(document, List.of(new Paragraph(true, "背景"), new Paragraph(false, "一\n二")));
        assertThat(world.people.requests("/cgi-bin/wedoc/document/batch_update")).isEmpty();
    }

    private String textOf(String document) {
        return world.people.document(document).path("text").asText();
    }

    @Test
    @DisplayName("KPI 行按键更新，不会重复；被人删掉的会补上")
    void kpiRowsAreChangedNotRepeated() {
        var table = world.the(KpiTable.class);
        table.write(
                List.of(kpi("T1/2026Q3/2", "平台研发部", "72.73"), kpi("T1/2026Q3/3", "应用研发部", "80")));
        table.write(List.of(kpi("T1/2026Q3/2", "平台一部", "75"), kpi("T1/2026Q3/3", "应用研发部", null)));
        var sheet = world.the(Sheets.class).kpi("团队");
        var records =
                world.the(RecordApi.class)
                        .get(new RecordApi.Query(sheet.docid(), sheet.id(), null, 0, 1000))
                        .records();
        assertThat(records).hasSize(2);
        assertThat(records.get(0).values().get("数值").asDouble()).isEqualTo(75);
        assertThat(Cells.text(records.get(0).values().get("对象"))).isEqualTo("平台一部");
        assertThat(records.get(1).values().get("数值")).isNull();
    }

    @Test
    @DisplayName("工作台：本人的数字替下模板里的横线，点开是我们的页面")
    void theWorkbenchShowsAMembersOwnNumbers() {
        var figures =
                List.of(
                        new Workbench.Figure("待处理", "3", "/issues?who=handler"),
                        new Workbench.Figure("及时率", "83.33%", "/m/kpi"));
        world.the(Workbench.class).show(UserId.of("zhangwei"), figures);
        var shown =
                world.the(WorkbenchApi.class)
                        .data(
                                new WorkbenchApi.WhichMember(
                                        world.the(WeComProperties.class).agentId(), "zhangwei"));
        assertThat(java.util.Objects.requireNonNull(shown.keydata()).items())
                .extracting(WorkbenchApi.Figure::data)
                .containsExactly("3", "83.33%");
        assertThat(shown.keydata().items().get(1).jump_url()).endsWith("/m/kpi");
    }

    private static KpiTable.Row kpi(String key, String team, String value) {
        return new KpiTable.Row(
                KpiTable.Sheet.TEAM,
                key,
                "2026年第3季度",
                team,
                "问题解决率",
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.of(new BigDecimal("80")),
                "未达标",
                11);
    }

    @Test
    void membersWithoutRightsAreToldWhatToDo() {
        var unknown = UserId.of("nobody-here");
        var store = world.the(DocumentStore.class);
        assertThatThrownBy(() -> store.create("标题", List.of(unknown)))
                .isInstanceOf(WeComRejected.class)
                .hasMessageContaining("60111")
                .hasMessageContaining("请刷新通讯录")
                .hasMessageNotContaining("access_token");
    }

    static Optional<JsonNode> last(List<JsonNode> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get(messages.size() - 1));
    }
}
