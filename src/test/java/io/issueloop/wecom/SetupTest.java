package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.collaboration.Agenda;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Set-up that was cut off, and calendars. */
class SetupTest {

    private static final UserId ZHANG = UserId.of("zhangwei");
    private static final TeamId PLATFORM = TeamId.of(2);
    private static final TeamId APPLICATIONS = TeamId.of(3);

    private World world;
    private JdbcClient jdbc;

    @BeforeEach
    void emptyCorp() {
        world = World.start();
        jdbc = world.the(JdbcClient.class);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    @DisplayName("任何一步失败后再运行 setup，都从断处接着做完，不留下重复")
    void interruptedSetUpIsContinued() {
        var setup = world.the(WeComSetup.class);
        world.people.fault("/cgi-bin/wedoc/smartsheet/add_fields", "status", 500, 1);
        world.people.fault("/cgi-bin/oa/calendar/add", "status", 500, 1);
        assertThatThrownBy(setup::run).isInstanceOf(WeComUnavailable.class);
        world.people.fault("/cgi-bin/wedoc/smartsheet/add_view", "status", 500, 1);
        assertThatThrownBy(setup::run).isInstanceOf(WeComUnavailable.class);
        assertThat(setup.run()).isNotEmpty();
        assertThat(setup.run()).isEmpty();
        assertThat(world.people.docs())
                .extracting(doc -> doc.path("doc_name").asText())
                .containsExactlyInAnyOrder("问题跟踪", "KPI 统计");
    }

    @Test
    void sheetWhoseIdWasLostIsFoundAgainAndADeletedTableIsMadeAnew() {
        var setup = world.the(WeComSetup.class);
        setup.run();
        jdbc.sql("delete from wecom_resource where kind = 'SHEET'").update();
        assertThat(setup.run()).isEmpty();
        jdbc.sql("update wecom_resource set id = 'dc-gone' where key = '问题跟踪'").update();
        assertThat(setup.run()).contains("智能表格「问题跟踪」", "子表「问题」", "字段「问题描述」");
        assertThat(world.the(Sheets.class).tracking().docid()).isNotEqualTo("dc-gone");
    }

    @Test
    @DisplayName("新项目成为「关联项目」的新选项，原有选项不变")
    void newProjectsBecomeOptions() {
        world.the(WeComSetup.class).run();
        var sheet = world.the(Sheets.class).tracking();
        var created = new ArrayList<String>();
        var layout = SheetLayout.tracking(List.of("平台研发部", "新项目", "其他"));
        world.the(SheetSetup.class).ensure(sheet.docid(), layout, created::add);
        assertThat(created).containsExactly("选项「新项目」");
        var fields =
                world.the(SmartSheetApi.class)
                        .fields(new SmartSheetApi.InSheet(sheet.docid(), sheet.id()))
                        .fields();
        assertThat(fields.get(2).property_single_select().options())
                .extracting(SmartSheetApi.Option::text)
                .contains("平台研发部", "应用研发部", "其他", "新项目")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("日程按编号找得到，能改、能删；换团队时在新团队日历重建")
    void scheduleFollowsItsIssue() {
        world.the(WeComSetup.class).run();
        var agenda = world.the(Agenda.class);
        var id = agenda.add(entry(PLATFORM, "ISS-20261122-0001"));
        agenda.add(entry(PLATFORM, "ISS-20261122-00012"));
        assertThat(agenda.find(PLATFORM, "ISS-20261122-0001")).contains(id);
        assertThat(agenda.find(PLATFORM, "ISS-20261122-0009")).isEmpty();
        assertThat(agenda.change(id, entry(PLATFORM, "ISS-20261122-0001"))).isTrue();
        assertThat(agenda.change(id, entry(APPLICATIONS, "ISS-20261122-0001"))).isFalse();
        assertThat(agenda.find(PLATFORM, "ISS-20261122-0001")).isEmpty();
        agenda.remove(id);
    }

    private static Agenda.Entry entry(TeamId team, String key) {
        var due = Instant.parse("2026-11-25T10:00:00Z");
        return new Agenda.Entry(
                key,
                team,
                "截止：" + key,
                key + "\n请在此时间前完成处理",
                due.minusSeconds(1800),
                due,
                List.of(ZHANG),
                List.of(86400, 3600));
    }
}
