package io.issueloop.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The approval of a major issue, with what an approver is to know (design.md §1). */
@Schema(description = "重大问题审批")
record ApprovalView(
        @Schema(description = "问题编号") String issueNo,
        @Schema(description = "标题") String title,
        @Schema(description = "审批状态", example = "审批中") String state,
        @Schema(description = "WAITING、APPROVED、REJECTED、REVOKED、DELETED、NOT_NEEDED、CANCELLED")
                String stateCode,
        @Schema(description = "或签、会签、依次") String rule,
        @Schema(description = "事项") String what,
        @Schema(description = "影响") String impact,
        @Schema(description = "处理计划") String plan,
        @Schema(description = "紧急程度") String urgency,
        @Schema(description = "提报人姓名") String reporterName,
        @Schema(description = "处理人姓名") @Nullable String handlerName,
        @Schema(description = "提交审批的时间") OffsetDateTime requestedAt,
        @Schema(description = "企业微信审批单号；未受理时为 null") @Nullable String formNo,
        @Schema(description = "审批人与代理人") List<Approver> approvers,
        @Schema(description = "意见，按时间先后") List<Said> opinions,
        @Schema(description = "批示先处理后审批的人") @Nullable String actedFirstBy,
        @Schema(description = "我能否审批") boolean mayDecide,
        @Schema(description = "不能审批的原因") @Nullable String whyNot,
        @Schema(description = "我能否批示先处理后审批") boolean mayActFirst) {

    @Schema(description = "审批人")
    record Approver(
            @Schema(description = "userid") String id,
            @Schema(description = "姓名") String name,
            @Schema(description = "是否代理人") boolean deputy,
            @Schema(description = "是否已同意") boolean agreed) {}

    @Schema(description = "意见")
    record Said(
            @Schema(description = "姓名") String name,
            @Schema(description = "代谁") @Nullable String onBehalfOf,
            @Schema(description = "同意、驳回、转审、退回、加签…") String opinion,
            @Schema(description = "说明") String comment,
            @Schema(description = "在哪里") String door,
            @Schema(description = "时间") OffsetDateTime at) {}
}
