package io.issueloop.web.api;

import io.issueloop.model.Change;
import io.issueloop.model.DecisionTrial;
import io.issueloop.model.Finding;
import io.issueloop.model.MigrationEngine;
import io.issueloop.model.MigrationPlan;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.Models;
import io.issueloop.model.Trial;
import io.issueloop.web.access.Caller;
import io.issueloop.web.api.ModelRequests.Draft;
import io.issueloop.web.api.ModelRequests.Values;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would happen with a draft; nothing of it stays. */
@RestController
@RequestMapping("/api/models/{type}/{key}")
@Tag(name = "流程编辑器")
class ModelCheckController {

    private final Models models;
    private final ModelEngine engine;
    private final MigrationEngine migrations;
    private final DecisionTrial decisions;

    ModelCheckController(
            Models models,
            ModelEngine engine,
            MigrationEngine migrations,
            DecisionTrial decisions) {
        this.models = models;
        this.engine = engine;
        this.migrations = migrations;
        this.decisions = decisions;
    }

    /**
     * What is wrong and what is different.
     *
     * @param latest number of the latest version now
     */
    record Checked(List<Finding> findings, List<Change> changes, int latest) {}

    /** What became of a trial issue, and of the instances on the latest version. */
    record Tried(Trial trial, Optional<MigrationPlan> migration) {}

    record Questions(List<DecisionTrial.Question> questions) {}

    record Answers(List<DecisionTrial.Answer> answers) {}

    @PostMapping("/check")
    @Operation(summary = "检查草稿并与已部署的版本比较", description = "安全检查、规范检查、引擎解析；不部署。")
    Checked check(@PathVariable String type, @PathVariable String key, @RequestBody Draft draft) {
        var id = ModelViews.id(type, key);
        var text = draft.text();
        var findings = models.inspect(id, text);
        var before = engine.content(id, draft.base());
        var readable = text.length() <= Models.LARGEST;
        return new Checked(
                findings,
                before.isPresent() && readable ? engine.compare(id, before.get(), text) : List.of(),
                engine.versions(id).stream().findFirst().map(one -> one.version()).orElse(0));
    }

    @PostMapping("/trial")
    @Operation(summary = "试运行草稿", description = "用草稿提报并处理一个试验问题，全部撤销；流程另列出运行中的实例迁移时会怎样。")
    Tried trial(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable String key,
            @RequestBody Draft draft) {
        var id = ModelViews.id(type, key);
        var text = draft.text();
        var error = models.inspect(id, text).stream().filter(Finding::isError).findFirst();
        if (error.isPresent()) {
            var why = List.of("请先改正检查出的错误：" + error.get());
            return new Tried(new Trial(false, why), Optional.empty());
        }
        return new Tried(
                engine.tryOut(id, text, caller.userId()), migration(id, text, draft.base()));
    }

    private Optional<MigrationPlan> migration(ModelId id, String text, int base) {
        return id.type() == ModelType.BPMN && base > 0
                ? Optional.of(migrations.planDraft(id.key(), base, text))
                : Optional.empty();
    }

    @PostMapping("/questions")
    @Operation(summary = "决策表草稿需要哪些输入")
    Questions questions(
            @PathVariable String type, @PathVariable String key, @RequestBody Draft draft) {
        return new Questions(decisions.questions(ModelViews.id(type, key), draft.text()));
    }

    @PostMapping("/answers")
    @Operation(summary = "用给定的值试算决策表草稿", description = "返回每个决策命中的规则与输出；不保存。")
    Answers answers(@PathVariable String type, @PathVariable String key, @RequestBody Values body) {
        var id = ModelViews.id(type, key);
        var text = new Draft(body.content(), 0, null).text();
        var decision = Optional.ofNullable(body.decision()).orElse(key);
        var values = Optional.ofNullable(body.values()).orElse(Map.of());
        return new Answers(decisions.ask(id, text, decision, values));
    }
}
