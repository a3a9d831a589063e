package io.issueloop.notification;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.Optional;

/**
 * What can be pushed to a member at a time of our choosing: a bean per kind. Texts are made when
 * the message goes out, so that they tell what is true then.
 */
public interface PushKind {

    /** Stable English name in capitals; it is kept in the table. */
    String name();

    /**
     * One push; empty when there is no point in it any more.
     *
     * @param businessKey issue number, or the key of whatever it is about
     * @param detail as it was given to {@link Pushes#push}
     */
    Optional<Line> line(String businessKey, String detail, UserId to);

    /** The heading over several of this kind, Chinese, e.g. 您有 5 个问题即将到期. */
    String heading(int count);

    /** Where the reader finds all of them. */
    URI all();

    /**
     * Chinese and plain, never WeCom markup.
     *
     * @param title as it stands in a message of its own
     * @param brief the same in one line, among others
     */
    record Line(String title, String brief, String text, URI link) {}
}
