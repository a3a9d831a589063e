package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Message.Digest;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.PushKind.Line;
import io.issueloop.notification.PushTable.Push;
import io.issueloop.notification.PushTable.Queue;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes and sends what was taken together: one message, whatever it holds. */
@Component
class PushPost {

    private final PushTable table;
    private final ObjectProvider<PushKind> kinds;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    PushPost(
            PushTable table,
            ObjectProvider<PushKind> kinds,
            MessageSender sender,
            SentLog sentLog,
            Directory people,
            Links links) {
        this.table = table;
        this.kinds = kinds;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
    }

    /** Sends what was taken; what has no point any more is left out. */
    void send(UserId to, List<Push> taken) {
        if (taken.isEmpty()) {
            return;
        }
        var number = taken.get(0).message();
        var key = "PUSH/" + number;
        message(to, taken)
                .ifPresent(
                        message -> {
                            if (sentLog.claim(key)) {
                                sentLog.sent(key, sender.send(List.of(to), message).messageId());
                            }
                        });
        table.sent(number);
    }

    /** What a person would send for one key; empty when there is no point any more. */
    Optional<ByHand> byHand(Queue queue, String businessKey, String what) {
        return message(queue.to(), table.under(queue, businessKey))
                .map(message -> HandText.send(message, List.of(queue.to()), what, people));
    }

    /** A person sent it. */
    void doneByHand(Queue queue, String businessKey) {
        table.takeOwn(queue, businessKey).stream()
                .map(Push::message)
                .distinct()
                .forEach(table::sent);
    }

    private Optional<Message> message(UserId to, List<Push> pushes) {
        var lines = pushes.stream().flatMap(push -> line(push, to).stream()).distinct().toList();
        if (lines.size() < 2) {
            return lines.stream()
                    .findFirst()
                    .map(line -> new Notice(line.title(), line.text(), line.link()));
        }
        var entries =
                lines.stream().map(line -> new Digest.Entry(line.brief(), line.link())).toList();
        var only = pushes.stream().map(Push::kind).distinct().count() == 1;
        var kind = kind(pushes.get(0).kind());
        return Optional.of(
                only
                        ? new Digest(kind.heading(lines.size()), entries, kind.all())
                        : new Digest("您有 %d 条提醒".formatted(lines.size()), entries, links.home()));
    }

    private Optional<Line> line(Push push, UserId to) {
        return kind(push.kind()).line(push.businessKey(), push.detail(), to);
    }

    private PushKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of push: " + name));
    }
}
