package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.DeliveryDesk;
import io.issueloop.delivery.DeliveryDesk.OpenDelivery;
import io.issueloop.issue.IssueNo;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What did not get to WeCom, and jobs that failed; for process administrators, not for scripts. */
@RestController
@RequestMapping("/api/admin")
@Tag(name = "投递与故障")
class DeliveryController {

    private static final int MOST = 500;

    private final DeliveryDesk desk;
    private final Deliveries deliveries;

    DeliveryController(DeliveryDesk desk, Deliveries deliveries) {
        this.desk = desk;
        this.deliveries = deliveries;
    }

    @GetMapping("/deliveries")
    @Operation(summary = "未完成的投递与失败的作业", description = "失败的在前；各最多 500 项。")
    View open() {
        return new View(
                desk.open(MOST).stream().map(this::view).toList(),
                desk.troubles(MOST).stream().map(DeliveryController::view).toList());
    }

    @PostMapping("/deliveries/{id}/retry")
    @Operation(summary = "再投递一次")
    View retry(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        desk.retry(id, caller.userId());
        return open();
    }

    @PostMapping("/deliveries/retry")
    @Operation(summary = "再投递全部失败的", description = "不含可能已送达的，也不含不在自动模式的。")
    Retried retryAll(@AuthenticationPrincipal Caller caller) {
        return new Retried(desk.retryAll(caller.userId()), open());
    }

    @PostMapping("/deliveries/{id}/done")
    @Operation(summary = "标记为已人工办理", description = "与任务列表中的「人工办理」相同，先办者为准。")
    View done(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody Done body) {
        desk.done(id, Objects.requireNonNullElse(body.reference(), ""), caller.userId());
        return open();
    }

    @PostMapping("/incidents/{id}/retry")
    @Operation(summary = "再执行一次失败的作业")
    View retryTrouble(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        desk.retryTrouble(id, caller.userId());
        return open();
    }

    private DeliveryView view(OpenDelivery one) {
        return new DeliveryView(
                one.id(),
                deliveries.label(one.effect()),
                one.key(),
                IssueNo.isIssueNo(one.key()),
                one.state().name(),
                one.state().label(),
                Times.local(one.since()),
                one.problem().orElse(null),
                one.nextTryAt().map(Times::local).orElse(null),
                one.byHand(),
                one.referenceWanted());
    }

    private static TroubleView view(DeliveryDesk.Trouble one) {
        return new TroubleView(
                one.job(),
                one.key(),
                IssueNo.isIssueNo(one.key()),
                one.process(),
                one.activity(),
                one.problem(),
                Times.local(one.since()));
    }

    @Schema(description = "一项未完成的投递")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DeliveryView(
            String id,
            String what,
            String key,
            boolean issue,
            String state,
            String stateName,
            OffsetDateTime since,
            @Nullable String problem,
            @Nullable OffsetDateTime nextTryAt,
            boolean byHand,
            String reference) {}

    @Schema(description = "一项失败的作业")
    record TroubleView(
            String job,
            String key,
            boolean issue,
            String process,
            String activity,
            String problem,
            OffsetDateTime since) {}

    record Done(@Nullable String reference) {}

    record View(List<DeliveryView> deliveries, List<TroubleView> troubles) {}

    record Retried(int count, View view) {}
}
