package io.issueloop.process.work;

import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.RecordedEvent;
import io.issueloop.process.FormText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Why the table could not decide: the keywords it found, and of which category. */
final class TriageHint {

    private TriageHint() {}

    static String of(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.CLASSIFIED)
                .reduce((earlier, later) -> later)
                .map(event -> event.payload().get("hits"))
                .map(TriageHint::line)
                .orElse("");
    }

    /** Hits come as 分类:关键词:权重. */
    private static String line(Object hits) {
        var words =
                ((Collection<?>) hits)
                        .stream()
                                .map(hit -> hit.toString().split(":"))
                                .map(hit -> FormText.plain(hit[1]) + " → " + hit[0])
                                .collect(Collectors.joining("，"));
        return words.isEmpty() ? "没有命中任何关键词" : "命中关键词（并列）：" + words;
    }
}
