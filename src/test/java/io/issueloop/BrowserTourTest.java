package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.GuidePictures;
import io.issueloop.support.TestDatabase;
import io.issueloop.support.TourBrowser;
import io.issueloop.support.WeComPeople;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The README's ten-minute tour, walked in a real browser through the whole application. */
class BrowserTourTest {

    private static final String PROBLEM = "订单查询接口性能太差，高峰期经常超时";
    private static final String ROW = "//tr[td[@data-field='问题描述'][contains(.,'" + PROBLEM + "')]]";
    private static final String REPORTER = "xujing";
    private static final By COMPLETE = cssSelector("button[ng-click='complete()']");

    @TempDir private Path pictures;
    private ConfigurableApplicationContext application;
    private TourBrowser browser;
    private String home;
    private String weCom;
    private String issueNo;

    @BeforeEach
    void start(@TempDir Path data, @TempDir Path profile) throws IOException {
        browser = TourBrowser.open(profile);
        var database = TestDatabase.create();
        var port = freePort();
        application =
                Application.start(
                        "--server.port=" + port,
                        "--sandbox.port=0",
                        "--issueloop.data-dir=" + data,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password());
        home = "http://localhost:" + port;
        weCom = application.getEnvironment().getRequiredProperty("wecom.base-url");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    @DisplayName("十分钟走一遍：表格里提报，卡片上接单，Tasklist 里解决，五星评价，看板上看到；导出、重试投递；再看每个页面")
    void theTour() {
        browser.width(1280, 860);
        var handler = report();
        accept(handler);
        resolve(handler);
        rate();
        dashboard();
        phoneReport().walk(pictures);
        var season = new SeasonStory(home, application);
        var made =
                new EnglishPages(browser, home)
                        .walk(issueNo, new EnglishSeason(browser, home, season, pictures));
        new ExportTour(browser, home, pictures).walk(issueNo);
        new DeliveryTour(browser, home, application).walk();
        browser.noComplaintsOn(ownPages());
        new PageWalk(browser, home, application).walk(made);
        browser.width(1280, 860);
        cockpit();
        browser.noComplaintsOn(ownPages());
        GuidePictures.copyWhereAsked();
    }

    private Predicate<String> ownPages() {
        Predicate<String> own = text -> text.startsWith(weCom) || text.startsWith(home);
        Predicate<String> theirs = text -> text.contains("/camunda/");
        return own.and(theirs.negate());
    }

    /** Answers the handler's userid. */
    private String report() {
        browser.go(weCom + "/");
        become(REPORTER);
        browser.click(cssSelector("#add-record"));
        browser.type(cssSelector("dialog [name='问题描述']"), PROBLEM);
        browser.type(cssSelector("dialog [name='紧急程度']"), "高");
        browser.picture("tour-1-report");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.read(cell("状态"), "待接单"::equals);
        issueNo = browser.read(cell("问题编号"), text -> text.startsWith("ISS-"));
        assertThat(browser.read(cell("处理说明"), text -> !text.isEmpty())).contains(issueNo);
        browser.show(cell("处理说明"));
        browser.picture("tour-2-row");
        browser.fits();
        return new WeComPeople(weCom)
                .rows().stream()
                        .filter(row -> row.cell("问题编号").equals(issueNo))
                        .findFirst()
                        .orElseThrow()
                        .cell("处理人");
    }

    private void accept(String handler) {
        become(handler);
        browser.see(button("接单"));
        browser.picture("tour-3-card");
        browser.click(button("接单"));
        browser.read(cell("状态"), "处理中"::equals);
        browser.see(button("已解决"));
        browser.picture("tour-3-card-accepted");
    }

    private void resolve(String handler) {
        browser.go(home + "/camunda/app/tasklist/default/");
        browser.picture("tour-4-consent");
        browser.click(cssSelector("button[value='" + handler + "']"));
        browser.click(xpath("//li[contains(@class,'task')]//h4[contains(.,'处理问题')]"));
        browser.read(cssSelector(".fjs-form"), text -> text.contains(PROBLEM));
        browser.see(cssSelector(".fjs-form a[href='/issues/" + issueNo + "']"));
        assertThat(browser.read(cssSelector("header, [cam-widget-header]"), text -> true))
                .contains("发起流程");
        transferToNobodyIsRefused();
        browser.click(xpath("//label[contains(.,'已解决')]"));
        browser.type(field("cause"), "联合查询没有索引");
        browser.type(field("measures"), "为订单表加上组合索引，查询改为分页");
        browser.type(field("verification"), "压测通过，高峰期响应在半秒内");
        browser.picture("tour-5-form");
        browser.click(COMPLETE);
        browser.read(cssSelector("body"), text -> text.contains("没有符合条件的任务"));
        reportInTasklist();
    }

    /** The start form is one more door to the same intake; its answer is the number. */
    private void reportInTasklist() {
        browser.click(xpath("//a[contains(.,'发起流程')]"));
        browser.click(xpath("//a[normalize-space()='提报问题']"));
        browser.type(field("description"), "办公室的绿植没有人浇水");
        browser.click(xpath("//button[normalize-space()='发起']"));
        assertThat(browser.read(cssSelector(".reported-issue a"), text -> !text.isEmpty()))
                .startsWith("ISS-");
    }

    private void transferToNobodyIsRefused() {
        browser.click(xpath("//label[contains(.,'转交')]"));
        browser.type(field("transferTo"), "查无此人");
        browser.click(COMPLETE);
        var refusal =
                browser.read(cssSelector(".page-notifications"), text -> text.contains("查无此人"));
        assertThat(refusal).contains("提交没有成功").doesNotContain("TaskListener");
        browser.click(cssSelector(".page-notifications .close:not(.ng-hide)"));
    }

    private void rate() {
        browser.go(weCom + "/");
        become(REPORTER);
        browser.choose(cssSelector(".wcard select"), "5");
        browser.picture("tour-6-rate");
        browser.click(button("确认解决"));
        browser.read(cell("状态"), "已关闭"::equals);
        browser.read(cell("满意度"), text -> text.startsWith("5"));
        browser.read(cssSelector(".wcard .settled"), "已确认解决，5 星"::equals);
        browser.show(cell("满意度"));
        browser.picture("tour-7-closed");
    }

    private void dashboard() {
        rollUp();
        browser.go(home + "/dashboard");
        browser.see(cssSelector(".tile"));
        browser.picture("tour-8-dashboard");
        browser.width(390, 844);
        browser.fits();
        browser.picture("tour-8-dashboard-phone");
        browser.width(1280, 860);
        browser.click(xpath("//button[contains(@class,'tile')][contains(.,'满意度')]"));
        browser.click(xpath("//button[starts-with(.,'计入')]"));
        browser.turnPagesUntil(
                xpath("//table//a[contains(@href,'" + issueNo + "')]"), xpath("//button[.='下一页']"));
        browser.fits();
        browser.picture("tour-8-drill-down");
        browser.width(390, 844);
        browser.fits();
        browser.picture("tour-8-drill-down-phone");
        browser.go(home + "/issues/" + issueNo);
        browser.read(cssSelector("main"), text -> text.contains("已关闭"));
        browser.fits();
        browser.picture("tour-9-issue-phone");
        browser.width(1280, 860);
        browser.fits();
        browser.picture("tour-9-issue");
    }

    private PhoneReport phoneReport() {
        return new PhoneReport(browser, home, application.getBean(JdbcClient.class));
    }

    /** As the timer does at night. */
    private void rollUp() {
        var jobs = application.getBean(ManagementService.class);
        var nightly =
                jobs.createJobQuery().processDefinitionKey("kpi_rollup").timers().active().list();
        nightly.stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> jobs.executeJob(job.getId()));
        var waiting =
                application
                        .getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKey("kpi_rollup")
                        .activityIdIn("Task_RegisterOwedPeriods", "Task_RollUpKpi");
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting.count() == 0);
    }

    private void cockpit() {
        browser.click(xpath("//button[.='退出']"));
        browser.reachesAddress("/logged-out");
        browser.go(home + "/camunda/app/cockpit/default/#/processes");
        browser.click(cssSelector("button[value='gaoxiang']"));
        browser.click(xpath("//a[normalize-space()='问题处理流程']"));
        browser.see(cssSelector("[data-element-id='Task_ClassifyIssue']"));
        browser.see(cssSelector("[data-element-id='EndEvent_IssueClosed']"));
        assertThat(browser.read(cssSelector("[cam-widget-header]"), text -> true)).contains("流程监控");
        browser.picture("tour-10-cockpit");
        new CamundaApps(browser, home).walk();
        new EditorTour(browser, home, application).walk();
        browser.click(cssSelector("[cam-widget-header] .account a"));
        browser.click(cssSelector("li.logout a"));
        browser.reachesAddress("/logged-out");
    }

    private void become(String userid) {
        browser.click(cssSelector("#switcher"));
        browser.click(cssSelector("[data-userid='" + userid + "']"));
    }

    private static By cell(String field) {
        return xpath(ROW + "/td[@data-field='" + field + "']");
    }

    private static By button(String text) {
        return xpath("//*[contains(@class,'wcard')]//button[.='" + text + "']");
    }

    private static By field(String key) {
        return cssSelector(".fjs-form [id$='Field_" + key + "']");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
