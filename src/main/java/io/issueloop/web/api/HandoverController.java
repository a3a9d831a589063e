package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.Handover;
import io.issueloop.issue.HandoverItem;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handovers of people who leave; for leads and process administrators, never for scripts. */
@RestController
@RequestMapping("/api/handovers")
@Tag(name = "离职移交")
class HandoverController {

    private final Handovers handovers;
    private final Directory directory;

    HandoverController(Handovers handovers, Directory directory) {
        this.handovers = handovers;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "待确认的移交，逐件建议接手人")
    List<View> open(@AuthenticationPrincipal Caller caller) {
        return handovers.openFor(caller.userId()).stream().map(this::view).toList();
    }

    @PostMapping
    @Operation(summary = "发起离职移交", description = "leaver：userid 或唯一的姓名。此后不再给其指派新问题。")
    List<View> announce(@AuthenticationPrincipal Caller caller, @RequestBody Announce body) {
        handovers.announce(named(body.leaver()), caller.userId());
        return open(caller);
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "确认移交", description = "choices：问题编号 → 另选的接手人；其余按建议。")
    List<View> confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody Confirm body) {
        handovers.confirm(id, caller.userId(), choices(body));
        return open(caller);
    }

    private static Map<IssueNo, String> choices(Confirm body) {
        Map<IssueNo, String> choices = new HashMap<>();
        var given = body.choices() == null ? Map.<String, String>of() : body.choices();
        given.forEach(
                (issueNo, to) -> {
                    if (!IssueNo.isIssueNo(issueNo)) {
                        throw new InvalidRequest("问题编号“%s”无效".formatted(issueNo));
                    }
                    choices.put(IssueNo.of(issueNo), to);
                });
        return choices;
    }

    private UserId named(@Nullable String who) {
        var name = who == null ? "" : who.strip();
        return directory
                .called(name)
                .map(Member::userId)
                .orElseThrow(() -> new Refused("找不到成员“%s”，请填写唯一的姓名或账号".formatted(name)));
    }

    private View view(Handover handover) {
        return new View(
                handover.id(),
                handover.leaver().value(),
                directory.name(handover.leaver()),
                handover.openedBy().equals(UserId.SYSTEM)
                        ? "通讯录显示已离开"
                        : directory.name(handover.openedBy()) + "发起",
                Times.local(handover.openedAt()),
                Times.local(handover.dueAt()),
                handovers.items(handover).stream().map(this::item).toList());
    }

    private Item item(HandoverItem item) {
        return new Item(
                IssueView.of(item.issue(), directory),
                item.to().value(),
                directory.name(item.to()),
                item.reason());
    }

    record Announce(@Nullable String leaver) {}

    record Confirm(@Nullable Map<String, String> choices) {}

    record View(
            long id,
            String leaver,
            String leaverName,
            String why,
            OffsetDateTime openedAt,
            OffsetDateTime dueAt,
            List<Item> items) {}

    record Item(IssueView issue, String to, String toName, String reason) {}
}
