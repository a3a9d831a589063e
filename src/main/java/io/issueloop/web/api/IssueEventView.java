package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.RecordedEvent;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened to an issue, as REST shows it. */
@Schema(description = "问题经历的一件事")
record IssueEventView(
        @Schema(description = "类型，如 REPORTED、ASSIGNED、RESOLVED") String type,
        @Schema(description = "谁做的：userid；系统为 issueloop") String actor,
        @Schema(description = "之后由谁持有：userid") @Nullable String holder,
        @Schema(description = "发生时间") OffsetDateTime occurredAt,
        @Schema(description = "记录时间") OffsetDateTime recordedAt,
        @Schema(description = "细节，随类型而异") Map<String, Object> payload,
        @Schema(description = "操作人姓名") String actorName,
        @Schema(description = "持有人姓名") @Nullable String holderName) {

    static IssueEventView of(RecordedEvent recorded, Directory directory) {
        var event = recorded.event();
        return new IssueEventView(
                event.type().name(),
                event.actor().value(),
                event.holder().map(UserId::value).orElse(null),
                Times.local(event.occurredAt()),
                Times.local(recorded.recordedAt()),
                Times.local(event.payload()),
                event.actor().equals(UserId.SYSTEM) ? "系统" : directory.name(event.actor()),
                event.holder().map(directory::name).orElse(null));
    }
}
