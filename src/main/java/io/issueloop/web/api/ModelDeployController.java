package io.issueloop.web.api;

import static io.issueloop.web.api.ModelRequests.reason;

import io.issueloop.model.MigrationEngine;
import io.issueloop.model.MigrationEngine.Order;
import io.issueloop.model.MigrationPlan;
import io.issueloop.model.MigrationResult;
import io.issueloop.model.Migrations;
import io.issueloop.model.ModelDraft;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.Models;
import io.issueloop.web.access.Caller;
import io.issueloop.web.api.ModelRequests.Draft;
import io.issueloop.web.api.ModelRequests.Move;
import io.issueloop.web.api.ModelRequests.RollBack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deploying, going back and bringing instances along; by process administrators only. */
@RestController
@RequestMapping("/api/models/{type}/{key}")
@Tag(name = "流程编辑器")
class ModelDeployController {

    private static final int SHOWN = 200;

    private final Models models;
    private final ModelEngine engine;
    private final Migrations migrations;
    private final MigrationEngine instances;

    ModelDeployController(
            Models models, ModelEngine engine, Migrations migrations, MigrationEngine instances) {
        this.models = models;
        this.engine = engine;
        this.migrations = migrations;
        this.instances = instances;
    }

    record Deployed(int version) {}

    /** A plan and those it is about, at most 200 of them. */
    record Planned(MigrationPlan plan, List<MigrationEngine.Running> instances) {}

    @PostMapping("/deployments")
    @Operation(summary = "把草稿部署为新版本", description = "检查或试运行不通过、已有更新的版本时拒绝，原版本继续使用。")
    Deployed deploy(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable String key,
            @RequestBody Draft draft) {
        var id = ModelViews.id(type, key);
        var wanted = new ModelDraft(id, draft.text(), draft.base(), reason(draft.reason()));
        return new Deployed(models.deploy(wanted, caller.userId()));
    }

    @PostMapping("/rollback")
    @Operation(summary = "退回到较早的版本", description = "把那一版的内容再部署一次。")
    Deployed rollBack(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable String key,
            @RequestBody RollBack body) {
        var id = ModelViews.id(type, key);
        var content =
                engine.content(id, body.version())
                        .orElseThrow(() -> new NotFound("没有这一版：%d".formatted(body.version())));
        var wanted = new ModelDraft(id, content, body.base(), reason(body.reason()));
        return new Deployed(models.rollBack(wanted, caller.userId()));
    }

    @GetMapping("/migration")
    @Operation(summary = "运行中的实例迁移到另一版会怎样")
    Planned plan(
            @PathVariable String type,
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to) {
        ModelViews.id(type, key);
        return new Planned(instances.plan(key, from, to), instances.running(key, from, SHOWN));
    }

    @PostMapping("/migration")
    @Operation(
            summary = "迁移运行中的实例",
            description = "一次最多 100 个，left 为还没有尝试的数量；不能迁移的留在原版本并写明原因。mapping 为新版没有的步骤指定继续的步骤。")
    MigrationResult migrate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable String key,
            @RequestBody Move move) {
        ModelViews.id(type, key);
        if (move.from() < 1 || move.to() < 1) {
            throw new InvalidRequest("请指明从哪一版（from）迁移到哪一版（to）");
        }
        var order =
                new Order(
                        key,
                        move.from(),
                        move.to(),
                        Optional.ofNullable(move.instances()).orElse(List.of()),
                        Optional.ofNullable(move.except()).orElse(List.of()),
                        Migrations.AT_ONCE,
                        move.chosen());
        return migrations.migrate(order, reason(move.reason()), caller.userId());
    }
}
