package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.PageInspection;
import io.issueloop.support.TourBrowser;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.openqa.selenium.By;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** A process administrator, signed on already, renames a task; the next issue has the new name. */
final class EditorTour {

    private static final String EDITOR =
            "META-INF/resources/vendor/editor/camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js";
    private static final By NAME = xpath("//aside//label[span='名称']/input");

    private final TourBrowser browser;
    private final String home;
    private final ConfigurableApplicationContext application;
    private final PageInspection inspection;
    private final List<String> complaints = new ArrayList<>();

    EditorTour(TourBrowser browser, String home, ConfigurableApplicationContext application) {
        this.browser = browser;
        this.home = home;
        this.application = application;
        this.inspection = browser.inspection();
    }

    /** Nothing where the build had no npm: there is no editor then. */
    void walk() {
        if (!new ClassPathResource(EDITOR).exists()) {
            assertThat(System.getenv("ISSUELOOP_BROWSER_TESTS")).isNotEqualTo("required");
            return;
        }
        list();
        rename();
        deploy();
        nextIssue();
        goBack();
        migrate();
        begin();
        new EditorCornersTour(browser, home, application, this::look).walk();
        otherEditors();
        assertThat(complaints).as("complaints of the editors").isEmpty();
    }

    private void look(String name) {
        complaints.addAll(inspection.atDesk(name));
    }

    private void list() {
        browser.go(home + "/editor");
        browser.see(cssSelector("a[href='/editor/bpmn/issue_handling']"));
        inspection.settled();
        browser.fits();
        look("editor-1-list");
        browser.click(cssSelector("a[href='/editor/bpmn/issue_handling']"));
    }

    private void rename() {
        browser.click(cssSelector("[data-element-id='Task_AcceptIssue'] .djs-hit"));
        browser.read(cssSelector("aside"), text -> text.contains("Task_AcceptIssue"));
        browser.see(NAME).clear();
        browser.type(NAME, "确认接单\n");
        browser.read(cssSelector(".model-head"), text -> text.contains("有未部署的修改"));
        assertThat(browser.isOnTop(cssSelector(".bjs-powered-by"))).as("watermark").isTrue();
        browser.click(cssSelector("[data-tab=check]"));
        browser.read(cssSelector("aside"), text -> text.contains("检查通过"));
        browser.click(cssSelector("[data-tab=diff]"));
        browser.read(cssSelector("aside"), text -> text.contains("“接单”→“确认接单”"));
        browser.see(cssSelector(".mark-changed[data-element-id='Task_AcceptIssue']"));
        browser.fits();
        look("editor-2-diff");
        browser.click(cssSelector("[data-tab=trial]"));
        browser.read(cssSelector("aside"), text -> text.contains("全程走通"));
        look("editor-3-trial");
    }

    private void deploy() {
        browser.click(xpath("//button[.='部署新版本']"));
        browser.type(cssSelector("dialog textarea"), "说法更清楚");
        look("editor-4-deploy");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.read(cssSelector(".model-notice"), text -> text.contains("第 2 版已部署"));
        browser.click(cssSelector("[data-tab=versions]"));
        browser.read(cssSelector("aside"), text -> text.contains("说法更清楚") && text.contains("高翔"));
        look("editor-5-versions");
    }

    private void nextIssue() {
        browser.go(home + "/report");
        browser.type(cssSelector("textarea"), "编译缓慢，接口性能太差");
        browser.click(cssSelector("form button[type=submit]"));
        browser.read(By.tagName("h1"), "已受理"::equals);
        var renamed = application.getBean(TaskService.class).createTaskQuery().taskName("确认接单");
        assertThat(renamed.count()).isPositive();
    }

    private void goBack() {
        browser.go(home + "/editor/bpmn/issue_handling");
        browser.click(cssSelector("[data-tab=versions]"));
        browser.click(ofVersion(1, "退回到这一版"));
        browser.type(cssSelector("dialog textarea"), "原来的说法更好");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.read(cssSelector(".model-head"), text -> text.contains("与第 3 版一致"));
    }

    /** The issue of {@link #nextIssue} goes on with the version everything else is on. */
    private void migrate() {
        browser.click(cssSelector("[data-tab=versions]"));
        browser.click(ofVersion(2, "迁移到最新版"));
        browser.see(cssSelector(".instances input"));
        browser.type(cssSelector("aside textarea"), "跟上退回的版本");
        browser.click(cssSelector("aside .button.primary"));
        browser.read(cssSelector("aside"), text -> text.contains("已迁移 1 个实例"));
        look("editor-9-migrated");
        var tasks = application.getBean(TaskService.class).createTaskQuery();
        assertThat(tasks.taskName("确认接单").count()).isZero();
    }

    private static By ofVersion(int version, String button) {
        return xpath("//li[.//b='第 %d 版']//button[.='%s']".formatted(version, button));
    }

    private void begin() {
        browser.go(home + "/editor");
        browser.click(xpath("//button[.='新建']"));
        browser.type(cssSelector("dialog [name=name]"), "设备报修");
        browser.type(cssSelector("dialog [name=key]"), "equipment_repair");
        browser.type(cssSelector("dialog [name=documentation]"), "同事报修，流程管理员安排维修。");
        look("editor-10-new");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.see(cssSelector("[data-element-id='Task_DoWork']"));
        browser.click(cssSelector("[data-tab=trial]"));
        browser.read(cssSelector("aside"), text -> text.contains("到达「办理」"));
        browser.click(xpath("//button[.='部署新版本']"));
        browser.type(cssSelector("dialog textarea"), "新业务");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.read(cssSelector(".model-notice"), text -> text.contains("第 1 版已部署"));
        browser.fits();
        look("editor-11-begun");
    }

    private void otherEditors() {
        browser.go(home + "/editor/dmn/decide_service_level");
        browser.see(cssSelector(".dmn-decision-table-container"));
        browser.type(cssSelector("aside [name=urgency]"), "紧急");
        browser.click(cssSelector("aside form button[type=submit]"));
        browser.see(cssSelector("td.mark-added"));
        look("editor-6-table");
        browser.go(home + "/editor/form/accept_issue");
        browser.see(cssSelector(".fjs-palette-container"));
        browser.picture("editor-7-form");
        browser.width(390, 844);
        browser.go(home + "/editor/bpmn/issue_handling");
        browser.see(cssSelector("[data-element-id='Task_AcceptIssue']"));
        browser.fits();
        browser.picture("editor-8-phone");
        browser.width(1280, 860);
        browser.go(home + "/camunda/app/cockpit/default/#/processes");
    }
}
