package io.issueloop.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** Everything set-up makes beside tables and calendars. */
class SetupPartsTest {

    private static final int AGENT = 1000002;

    private static World world;
    private static WeComSetup.Report first;
    private static List<JsonNode> greetings;

    private final WeComSetup setup = world.the(WeComSetup.class);
    private final WeComResources resources = world.the(WeComResources.class);
    private final JdbcClient jdbc = world.the(JdbcClient.class);

    @BeforeAll
    static void emptyCorpThatRefusesTheDrive() {
        world = World.start();
        world.people.fault("/cgi-bin/wedrive/space_create", "errcode", 48002, 2);
        first = world.the(WeComSetup.class).attempt();
        world.the(WeComSetup.class).attemptAgain(first);
        greetings = world.people.requests("/cgi-bin/appchat/send");
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    @DisplayName("企业微信拒绝微盘：其余照常建立，说明怎么办；开通后只补这几项")
    void refusedCapabilityStopsNoOther() {
        assertThat(first.failed())
                .extracting(WeComSetup.Part::label)
                .containsExactly("微盘空间「问题闭环」", "微盘空间「KPI 归档」");
        assertThat(first.failed())
                .allSatisfy(
                        part -> {
                            assertThat(part.problem()).get().asString().contains("48002");
                            assertThat(part.advice()).contains("可调用接口的应用");
                        });
        assertThat(first.isUsable()).isTrue();
        assertThat(first.created())
                .contains(
                        "审批模板「重大问题上报」",
                        "群聊「研发问题群」",
                        "群聊「研发问题群」的快捷入口",
                        "群聊「平台研发部问题群」",
                        "应用菜单",
                        "工作台展示");
        assertThat(setup.examine()).noneMatch(part -> part.failure() != null);
    }

    @Test
    @DisplayName("再运行一次：什么也不新建")
    void secondRunCreatesNothing() {
        assertThat(setup.attempt().created()).isEmpty();
    }

    @Test
    @DisplayName("每个群的第一条消息是快捷入口，只发一次；团队的群里已选好团队的项目")
    void groupsAreGreetedOnce() {
        var bodies = greetings.stream().map(request -> request.path("body").asText()).toList();
        assertThat(bodies).allMatch(body -> body.contains("提交问题") && body.contains("/m/report"));
        assertThat(bodies).filteredOn(body -> !body.contains("?project=")).hasSize(1);
        for (var team : List.of("平台研发部", "应用研发部", "质量保障部")) {
            assertThat(bodies)
                    .filteredOn(body -> body.contains(UriUtils.encode(team, UTF_8)))
                    .singleElement()
                    .asString()
                    .contains("关联项目已选好“" + team + "”");
        }
        var id =
                world.the(Directory.class).teams().stream()
                        .filter(team -> team.name().equals("平台研发部"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var chat = resources.get(Kind.GROUP, id.toString()).id();
        var info = world.the(AppChatApi.class).get(chat).chat_info();
        assertThat(info).isNotNull();
        assertThat(info.owner()).isEqualTo("lixue");
        assertThat(info.userlist()).contains("zhangwei").doesNotContain("xujing");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL_TEMPLATE,审批模板「重大问题上报」",
        "SPACE,微盘空间「问题闭环」",
        "FOLDER,文件夹「解决方案」",
        "CALENDAR,日历「应用研发部」"
    })
    @DisplayName("被人删除的，再运行时重新建立")
    void whatSomebodyDeletedIsMadeAnew(Kind kind, String made) {
        jdbc.sql("update wecom_resource set id = 'gone' where kind = :kind and key <> 'KPI 归档'")
                .param("kind", kind.name())
                .update();
        assertThat(setup.attempt().created()).contains(made);
        assertThat(setup.attempt().created()).isEmpty();
    }

    @Test
    void deletedMenuAndWorkbenchAreWrittenAgain() {
        var menu = world.the(MenuApi.class);
        menu.delete(AGENT);
        var plain = new WorkbenchApi.Template(AGENT, "normal", null, null, null, null, null);
        world.the(WorkbenchApi.class).setTemplate(plain);
        assertThat(setup.attempt().created()).containsExactly("应用菜单", "工作台展示");
        assertThat(menu.get(AGENT).button())
                .extracting(MenuApi.Button::name)
                .containsExactly("提交问题", "我的问题", "看板");
    }

    @Test
    @DisplayName("管理员改过的菜单保持不变")
    void menuAnAdministratorChangedIsLeftAlone() {
        var menu = world.the(MenuApi.class);
        var ours = menu.get(AGENT);
        var theirs = List.of(MenuApi.Button.page("公告", "https://example.com/"));
        menu.create(AGENT, new MenuApi.Menu(theirs));
        assertThat(setup.attempt().created()).isEmpty();
        assertThat(menu.get(AGENT).button()).extracting(MenuApi.Button::name).contains("公告");
        menu.create(AGENT, ours);
    }

    @Test
    @DisplayName("编号丢失的群聊被找回，不再建一个")
    void groupWhoseIdWasLostIsFoundAgain() {
        var known = resources.get(Kind.GROUP, GroupPart.NAME).id();
        jdbc.sql("delete from wecom_resource where kind = 'GROUP'").update();
        assertThat(setup.attempt().created()).isEmpty();
        assertThat(resources.get(Kind.GROUP, GroupPart.NAME).id()).isEqualTo(known);
    }

    @Test
    @DisplayName("退群的人不再拉回，新成员会加入")
    void onlyNewcomersAreBroughtIn() {
        var api = world.the(AppChatApi.class);
        var chat = resources.get(Kind.GROUP, GroupPart.NAME).id();
        var leaving = List.of("xujing", "machao");
        api.update(new AppChatApi.Update(chat, null, null, null, leaving));
        jdbc.sql("delete from wecom_resource where kind = 'GROUP_MEMBER' and key like '%/machao'")
                .update();
        setup.attempt();
        var info = api.get(chat).chat_info();
        assertThat(info).isNotNull();
        assertThat(info.userlist()).contains("machao").doesNotContain("xujing");
        assertThat(info.owner()).isEqualTo("zhoumingyuan");
    }

    @Test
    @DisplayName("方案文档建在微盘文件夹里；文件夹不可用时也照样建立")
    void documentsAreMadeInTheFolder() {
        var store = world.the(WeComDocumentStore.class);
        world.people.forgetRequests();
        store.create("方案一", List.of(UserId.of("zhangwei")));
        var folder = resources.get(Kind.FOLDER, DriveParts.DOCUMENTS).id();
        assertThat(world.people.requests("/cgi-bin/wedoc/create_doc"))
                .singleElement()
                .satisfies(r -> assertThat(r.path("body").asText()).contains(folder));
        world.people.fault("/cgi-bin/wedoc/create_doc", "errcode", 640002, 1);
        assertThat(store.create("方案二", List.of()).documentId()).isNotEmpty();
    }
}
