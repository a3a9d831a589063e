package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.RecordedEvent;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        @Schema(description = "持有人姓名") @Nullable String holderName,
        @Schema(description = "细节里提到的人：userid 与姓名") Map<String, String> names) {

    /** The keys of payloads whose values are userids, or lists of them. */
    private static final Set<String> PEOPLE =
            Set.of("handler", "onBehalfOf", "approvers", "copied", "to", "reviewer", "shares");

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
                event.holder().map(directory::name).orElse(null),
                names(event.payload(), directory));
    }

    private static Map<String, String> names(Map<String, Object> payload, Directory directory) {
        return PEOPLE.stream()
                .map(payload::get)
                .filter(Objects::nonNull)
                .flatMap(IssueEventView::each)
                .distinct()
                .flatMap(text -> directory.called(text).stream())
                .collect(
                        Collectors.toMap(
                                member -> member.userId().value(),
                                Member::name,
                                (one, same) -> one));
    }

    private static Stream<String> each(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(Object::toString);
        }
        return value instanceof Map<?, ?> byPerson
                ? byPerson.keySet().stream().map(Object::toString)
                : Stream.of(value.toString());
    }
}
