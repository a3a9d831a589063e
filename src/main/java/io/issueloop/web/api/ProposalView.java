package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Urgency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A proposal as REST shows it. */
@Schema(description = "关于一个问题的提议")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProposalView(
        @Schema(description = "序号，从 1 起") int number,
        @Schema(description = "INVALID、DUPLICATE、WONT_FIX、RECURRENCE、URGENCY、SHARES") String kind,
        @Schema(description = "提议的内容") String title,
        @Schema(description = "提议人姓名") String proposedByName,
        @Schema(description = "提议时间") OffsetDateTime proposedAt,
        @Schema(description = "原因") String reason,
        @Schema(description = "另一个问题") @Nullable String target,
        @Schema(description = "新的紧急程度") @Nullable String urgency,
        @Schema(description = "协作份额，如“张伟 0.6、刘洋 0.4”；没有时为空") String shares,
        @Schema(description = "请谁确认") String reviewerName,
        @Schema(description = "待确认、已同意、已驳回 或 已失效") String state,
        @Schema(description = "谁确认的") @Nullable String decidedByName,
        @Schema(description = "确认时的说明") String decisionReason) {

    static ProposalView of(Proposal proposal, Directory directory) {
        return new ProposalView(
                proposal.number(),
                proposal.kind().name(),
                proposal.title(),
                directory.name(proposal.proposedBy()),
                Times.local(proposal.proposedAt()),
                proposal.reason(),
                proposal.target().map(IssueNo::value).orElse(null),
                proposal.urgency().map(Urgency::label).orElse(null),
                proposal.sharesText(directory::name),
                directory.name(proposal.reviewer()),
                proposal.state().label(),
                proposal.decidedBy().map(directory::name).orElse(null),
                proposal.decisionReason());
    }
}
