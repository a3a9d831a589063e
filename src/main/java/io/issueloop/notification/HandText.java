package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Digest;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Messages a person sends in place of the application; pure functions. */
final class HandText {

    private HandText() {}

    /**
     * @param what what people call the message, e.g. 待办消息
     */
    static ByHand send(Message message, List<UserId> to, String what, Directory people) {
        var names = to.stream().map(people::name).collect(Collectors.joining("、"));
        var full =
                to.stream()
                        .map(user -> "%s（%s）".formatted(people.name(user), user))
                        .collect(Collectors.joining("、"));
        return ByHand.of(
                "给%s发%s".formatted(names, what),
                "请在企业微信中给 %s 发送下面这条消息；对方点开链接即可处理。".formatted(full),
                text(message));
    }

    private static String text(Message message) {
        if (message instanceof Notice notice) {
            return String.join("\n", notice.title(), notice.text(), notice.link().toString());
        }
        if (message instanceof Digest digest) {
            var all =
                    digest.entries().stream()
                            .map(entry -> entry.text() + "\n" + entry.link())
                            .collect(Collectors.joining("\n"));
            return digest.title() + "\n" + all;
        }
        var card = (ActionCard) message;
        var lines = new ArrayList<String>();
        lines.add(card.title());
        lines.add(card.description());
        card.facts().forEach(fact -> lines.add(fact.name() + "：" + fact.value()));
        lines.add(card.link().toString());
        return String.join("\n", lines);
    }
}
