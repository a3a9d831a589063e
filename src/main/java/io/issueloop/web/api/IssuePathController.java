package io.issueloop.web.api;

import io.issueloop.delivery.DeliveryHistory.State;
import io.issueloop.delivery.SentMessages;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePath;
import io.issueloop.issue.IssuePath.Walk;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the issue's page shows beside the timeline: the way on the diagram and what was sent. */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "问题")
class IssuePathController {

    private final Issues issues;
    private final IssuePath path;
    private final SentMessages messages;
    private final Directory directory;

    IssuePathController(Issues issues, IssuePath path, SentMessages messages, Directory directory) {
        this.issues = issues;
        this.path = path;
        this.messages = messages;
        this.directory = directory;
    }

    @GetMapping("/path")
    @Operation(summary = "问题在流程图上走过的路", description = "每个经过的流程一张图，最早的在前；历史清理后为空。")
    Ways path(@PathVariable String no) {
        var walks = path.of(existing(no));
        var names = new LinkedHashMap<String, String>();
        walks.stream()
                .flatMap(walk -> walk.shapes().stream())
                .flatMap(shape -> shape.holders().stream())
                .forEach(user -> names.put(user.value(), directory.name(user)));
        return new Ways(walks, names);
    }

    @GetMapping("/messages")
    @Operation(summary = "为该问题发出的消息与同步", description = "最近的在前。")
    List<SentView> messages(@PathVariable String no) {
        return messages.of(existing(no).value()).stream().map(this::view).toList();
    }

    @Schema(description = "走过的流程与待办人的姓名")
    record Ways(List<Walk> walks, Map<String, String> names) {}

    @Schema(description = "一条消息或一项同步")
    record SentView(
            @Schema(description = "是什么，如 受理通知") String what,
            @Schema(description = "用到的企业微信能力") String capability,
            @Schema(description = "收件人姓名") List<String> people,
            @Schema(description = "等待、已发送、失败、可能已发送、待人工办理、已人工办理 或 未启用") String state,
            @Schema(description = "WAITING、DELIVERED、FAILED …") State stateCode,
            @Schema(description = "提出或更新的次数") int times,
            @Schema(description = "最近一次的时间") OffsetDateTime at,
            @Schema(description = "失败的原因") @Nullable String problem) {}

    private SentView view(SentMessages.Sent sent) {
        var last = sent.last();
        return new SentView(
                sent.what(),
                sent.capability().label(),
                sent.people().stream().map(this::name).toList(),
                last.state().label(),
                last.state(),
                sent.times(),
                Times.local(last.endedAt().orElse(last.requestedAt())),
                last.problem().orElse(null));
    }

    private String name(UserId user) {
        return directory.name(user);
    }

    private IssueNo existing(String no) {
        return Optional.of(no)
                .filter(IssueNo::isIssueNo)
                .map(IssueNo::of)
                .filter(known -> issues.find(known).isPresent())
                .orElseThrow(() -> new NotFound("没有编号为“%s”的问题".formatted(no)));
    }
}
