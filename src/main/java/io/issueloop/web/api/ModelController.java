package io.issueloop.web.api;

import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Models to look at; for process administrators, never for scripts. */
@RestController
@RequestMapping("/api/models")
@Tag(name = "流程编辑器")
class ModelController {

    private static final String SHIPPED = "shipped";

    private final ModelEngine engine;
    private final ModelViews views;
    private final ModelWords words;

    ModelController(ModelEngine engine, ModelViews views, ModelWords words) {
        this.engine = engine;
        this.views = views;
        this.words = words;
    }

    record AllModels(List<ModelViews.Line> models) {}

    /** A model with its history. */
    record OneModel(
            String type,
            String key,
            List<ModelViews.Version> versions,
            List<ModelViews.Moved> moved,
            boolean shipped) {}

    /** A version's file. */
    record Content(String version, String content) {}

    /**
     * What a diagram may refer to.
     *
     * @param variables with what they mean, in Chinese
     */
    record Choices(List<String> delegates, List<String> listeners, Map<String, String> variables) {}

    @GetMapping
    @Operation(summary = "全部流程、决策表与表单")
    AllModels all() {
        return new AllModels(views.all());
    }

    @GetMapping("/words")
    @Operation(summary = "模型可以引用的程序与变量")
    Choices words() {
        return new Choices(words.delegates(), words.listeners(), words.variables());
    }

    @GetMapping("/{type}/{key}")
    @Operation(summary = "一个模型的版本与修改记录")
    OneModel one(@PathVariable String type, @PathVariable String key) {
        var id = existing(type, key);
        return new OneModel(
                id.type().code(),
                id.key(),
                views.versions(id),
                views.moved(id),
                engine.shipped(id).isPresent());
    }

    @GetMapping("/{type}/{key}/versions/{version}")
    @Operation(summary = "某一版的文件内容", description = "version 为版本号；shipped 表示安装包自带的文件。")
    Content content(
            @PathVariable String type, @PathVariable String key, @PathVariable String version) {
        var id = ModelViews.id(type, key);
        return content(id, version)
                .map(text -> new Content(version, text))
                .orElseThrow(() -> new NotFound("没有这一版：%s".formatted(version)));
    }

    private Optional<String> content(ModelId id, String version) {
        if (version.equals(SHIPPED)) {
            return engine.shipped(id);
        }
        return version.matches("\\d{1,9}")
                ? engine.content(id, Integer.parseInt(version))
                : Optional.empty();
    }

    private ModelId existing(String type, String key) {
        var id = ModelViews.id(type, key);
        if (engine.versions(id).isEmpty()) {
            throw new NotFound("没有这个模型：%s/%s".formatted(type, key));
        }
        return id;
    }
}
