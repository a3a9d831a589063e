package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stored message, decoded (page 90240).
 *
 * @param type {@code Event}, or {@code MsgType} where it is not an event
 * @param from {@code FromUserName}: a userid, or {@code sys}
 */
record CallbackEvent(Inbox.Message message, String type, String from, XmlElement xml) {

    static CallbackEvent of(Inbox.Message message) {
        var xml = XmlElement.parse(message.body().getBytes(StandardCharsets.UTF_8));
        var event = xml.textOf("Event");
        return new CallbackEvent(
                message,
                event.isEmpty() ? xml.textOf("MsgType") : event,
                xml.textOf("FromUserName"),
                xml);
    }

    /** The member it is about; empty for what the system did, or a person from outside. */
    Optional<UserId> member() {
        return from.equals("sys") ? Optional.empty() : Cells.userId(from);
    }

    long id() {
        return message.id();
    }

    String changeType() {
        return xml.textOf("ChangeType");
    }

    List<String> texts(String name) {
        return xml.all(name).stream().map(element -> element.text().strip()).toList();
    }

    Optional<String> text(String name) {
        return Optional.of(xml.textOf(name)).filter(text -> !text.isEmpty());
    }

    /** The first chosen option of each drop-down (page 90240 SelectedItems). */
    Map<String, String> selections() {
        return xml.first("SelectedItems").stream()
                .flatMap(items -> items.all("SelectedItem").stream())
                .filter(item -> item.first("OptionIds").isPresent())
                .collect(
                        Collectors.toMap(
                                item -> item.textOf("QuestionKey"),
                                item -> item.first("OptionIds").get().textOf("OptionId"),
                                (first, second) -> first));
    }
}
