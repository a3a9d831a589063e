package io.issueloop.web.api;

import io.issueloop.collaboration.NativeTodos;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The native to-do the handler makes on the issue's page (design.md §3). */
@RestController
@RequestMapping("/api/issues/{no}/native-todo")
@Tag(name = "问题处理")
class NativeTodoController {

    private final NativeTodos todos;
    private final Issues issues;

    NativeTodoController(NativeTodos todos, Issues issues) {
        this.todos = todos;
        this.issues = issues;
    }

    @GetMapping
    @Operation(summary = "企业微信待办", description = "可否添加，以及预填的内容。")
    OfferView offer(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return view(existing(no), caller.userId());
    }

    @PostMapping
    @Operation(summary = "已加入企业微信待办", description = "页面由 ww.createTodo 得到的 todoId；重复提交无妨。")
    OfferView made(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Made body) {
        var issueNo = existing(no);
        todos.made(issueNo, caller.userId(), body.todoId());
        return view(issueNo, caller.userId());
    }

    private OfferView view(IssueNo issueNo, UserId viewer) {
        var offer = todos.offer(issueNo, viewer);
        return new OfferView(
                offer.offered(),
                offer.anywhere(),
                offer.todoId().orElse(null),
                offer.content(),
                List.of(offer.attendee().value()),
                offer.endTime().map(Instant::getEpochSecond).orElse(null));
    }

    private IssueNo existing(String no) {
        return Optional.of(no)
                .filter(IssueNo::isIssueNo)
                .map(IssueNo::of)
                .filter(known -> issues.find(known).isPresent())
                .orElseThrow(() -> new NotFound("没有编号为“%s”的问题".formatted(no)));
    }

    @Schema(description = "已添加的企业微信待办")
    record Made(
            @Schema(description = "ww.createTodo 给出的 todoId")
                    @NotBlank(message = "缺少 todoId")
                    @Size(max = 256, message = "todoId 过长")
                    @Pattern(regexp = "[\\x21-\\x7e]*", message = "todoId 不正确")
                    String todoId) {}

    @Schema(description = "企业微信待办")
    record OfferView(
            @Schema(description = "现在可否添加") boolean offered,
            @Schema(description = "在企业微信之外是否也提供") boolean anywhere,
            @Schema(description = "已添加的待办；没有时为 null") @Nullable String todoId,
            @Schema(description = "预填的内容") String content,
            @Schema(description = "参与人 userid") List<String> attendees,
            @Schema(description = "截止时间，unix 秒；没有时为 null") @Nullable Long endTime) {}
}
