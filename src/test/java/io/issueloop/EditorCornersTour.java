package io.issueloop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a process administrator does beside the ordinary: begins a model of each kind, changes a
 * keyword, adds fields, chooses where waiting instances go on. Every state is inspected at a desk.
 */
final class EditorCornersTour {

    private static final By SIDE = cssSelector("aside");

    private final TourBrowser browser;
    private final String home;
    private final ConfigurableApplicationContext application;
    private final Consumer<String> look;

    /**
     * @param look inspects what is on show under a name
     */
    EditorCornersTour(
            TourBrowser browser,
            String home,
            ConfigurableApplicationContext application,
            Consumer<String> look) {
        this.browser = browser;
        this.home = home;
        this.application = application;
        this.look = look;
    }

    /** After {@code equipment_repair} was begun and deployed. */
    void walk() {
        begin("dmn", "repair_team", "判定维修班组", ".dmn-decision-table-container");
        begin("form", "report_repair", "报修单", ".fjs-palette-container");
        keywords();
        fields();
        mapping();
    }

    private void begin(String type, String key, String name, String editor) {
        browser.go(home + "/editor?type=" + type);
        browser.click(xpath("//button[.='新建']"));
        browser.type(cssSelector("dialog [name=name]"), name);
        browser.type(cssSelector("dialog [name=key]"), key);
        browser.type(cssSelector("dialog [name=documentation]"), "同事报修时用。");
        look.accept("editor-new-" + type);
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.see(cssSelector(editor));
        browser.read(cssSelector(".model-head"), text -> text.contains("新模型，还没有部署"));
        look.accept("editor-begun-" + type);
    }

    private void keywords() {
        browser.go(home + "/quality/classification");
        browser.click(xpath("//a[.='修改关键词']"));
        browser.read(cssSelector(".table-views [aria-pressed=true]"), text -> text.equals("关键词命中"));
        browser.read(cssSelector(".dmn-decision-table-container"), text -> text.contains("\"错误\""));
        look.accept("editor-keywords");
        browser.click(xpath("//nav//button[.='判定分类']"));
        browser.read(cssSelector(".dmn-decision-table-container"), text -> text.contains("判定结果"));
    }

    /** Whatever form-js puts into a new field is Chinese. */
    private void fields() {
        browser.go(home + "/editor/form/report_repair");
        for (var type :
                List.of("datetime", "checklist", "radio", "select", "table", "text", "group")) {
            var before = fieldsNow();
            browser.see(cssSelector(".fjs-palette-field[data-field-type=" + type + "]"))
                    .sendKeys(Keys.ENTER);
            browser.count(cssSelector(".fjs-form .fjs-element"), before + 1);
        }
        var form = browser.read(cssSelector(".fjs-form"), text -> text.contains("把组件拖到这里。"));
        assertThat(form)
                .contains("日期", "选项", "请选择", "编号", "名称", "内容", "文字")
                .doesNotContainPattern("Value|Date|Select|Name|Content|Text|Drag");
        browser.click(cssSelector(".fjs-form-field-select"));
        browser.click(
                cssSelector("[data-group-id=group-staticOptions] .bio-properties-panel-add-entry"));
        browser.read(
                cssSelector("[data-group-id=group-staticOptions]"), text -> text.contains("选项 2"));
        look.accept("editor-fields");
    }

    private int fieldsNow() {
        browser.see(cssSelector(".fjs-form .fjs-element"));
        var script = "return document.querySelectorAll('.fjs-form .fjs-element').length";
        return ((Number) browser.answer(script)).intValue();
    }

    /** An instance waits at a step the next version does not have. */
    private void mapping() {
        var running = application.getBean(RuntimeService.class);
        running.startProcessInstanceByKey("equipment_repair", "R-1");
        browser.go(home + "/editor/bpmn/equipment_repair");
        browser.see(cssSelector("[data-element-id='Task_DoWork']"));
        browser.upload(cssSelector("input[type=file]"), renamed());
        browser.see(cssSelector("[data-element-id='Task_Repair']"));
        browser.click(cssSelector("[data-tab=trial]"));
        browser.read(SIDE, text -> text.contains("停在那里的 1 个，部署后可在「版本」里选择"));
        browser.click(xpath("//button[.='部署新版本']"));
        browser.type(cssSelector("dialog textarea"), "编号说得更准");
        browser.click(cssSelector("dialog button[type=submit]"));
        browser.read(cssSelector(".model-notice"), text -> text.contains("还有 1 个实例在旧版本上"));
        browser.click(cssSelector("[data-tab=versions]"));
        browser.click(xpath("//button[.='迁移到最新版']"));
        browser.read(SIDE, text -> text.contains("将迁移 0 个，1 个留在第 1 版"));
        browser.choose(cssSelector(".lost-step select"), "Task_Repair");
        browser.read(SIDE, text -> text.contains("将迁移 1 个，0 个留在第 1 版"));
        browser.type(cssSelector("aside textarea"), "跟上新版");
        look.accept("editor-12-mapping");
        browser.click(cssSelector("aside .button.primary"));
        browser.read(SIDE, text -> text.contains("已迁移 1 个实例"));
        look.accept("editor-mapped");
        var task = application.getBean(TaskService.class).createTaskQuery().taskName("维修");
        assertThat(task.singleResult().getTaskDefinitionKey()).isEqualTo("Task_Repair");
    }

    /** The version on show, with another id and name of its only step. */
    private Path renamed() {
        var repository = application.getBean(RepositoryService.class);
        var first =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("equipment_repair")
                        .singleResult();
        try {
            var file = Files.createTempFile("equipment_repair", ".bpmn");
            file.toFile().deleteOnExit();
            var stored = repository.getProcessModel(first.getId()).readAllBytes();
            var other = new String(stored, UTF_8).replace("Task_DoWork", "Task_Repair");
            return Files.writeString(file, other.replace("\"办理\"", "\"维修\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
