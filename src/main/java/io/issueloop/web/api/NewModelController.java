package io.issueloop.web.api;

import io.issueloop.model.NewModel;
import io.issueloop.model.NewModels;
import io.issueloop.web.access.Caller;
import io.issueloop.web.api.ModelRequests.Begin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a model; by process administrators only. */
@RestController
@RequestMapping("/api/models/{type}/{key}")
@Tag(name = "流程编辑器")
class NewModelController {

    private final NewModels models;

    NewModelController(NewModels models) {
        this.models = models;
    }

    /** A draft that was not deployed: it is the page's. */
    record Begun(String content) {}

    @PostMapping("/template")
    @Operation(summary = "新建模型的初稿", description = "编号已被使用时拒绝；不保存，部署（base 为 0）之后才存在。")
    Begun begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable String key,
            @RequestBody Begin body) {
        var wanted = new NewModel(ModelViews.id(type, key), body.called(), body.said());
        return new Begun(models.begin(wanted, caller.userId()));
    }
}
