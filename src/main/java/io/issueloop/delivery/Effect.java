package io.issueloop.delivery;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;

/**
 * One kind of effect in WeCom, such as "the handler's card". Implementations are Spring beans of
 * the feature that wants the effect. An effect reads the present state when it runs, so running it
 * late or twice ends in the same picture.
 */
public interface Effect {

    /**
     * Stable English name in capitals, e.g. {@code HANDLER_CARD}; it is kept in running process
     * instances.
     */
    String name();

    /** What a process admin reads in Cockpit when it fails, e.g. 处理人卡片. */
    String label();

    /** Which of WeCom's capabilities it uses: its mode decides who does it. */
    Capability capability();

    /**
     * Does it. No transaction is open and no database connection is held by the caller.
     *
     * @param businessKey issue number, or the key of whatever the effect is about
     * @param subject what distinguishes two effects of one kind on one key, e.g. an assignment's
     *     id; may be empty
     * @throws RuntimeException when it did not work: the job is retried and ends as an incident
     */
    void perform(String businessKey, String subject);

    /**
     * What a person is to do instead, for the things as they are now; empty when there is no point
     * any more. Reads only.
     *
     * @param subject as in {@link #perform}
     */
    Optional<ByHand> byHand(String businessKey, String subject);

    /**
     * A person did it: remembers it as if WeCom had answered, so that later effects work. In the
     * transaction that completes the person's task.
     *
     * @param reference the id or link of the result, as entered; empty where none was
     * @throws io.issueloop.shared.Refused when the reference cannot be right
     */
    void doneByHand(String businessKey, String subject, String reference);

    /** What people call this one among the effects of its kind, e.g. 受理通知. Reads only. */
    default String what(String businessKey, String subject) {
        return label();
    }

    /** Who gets it, for the list of what was sent; empty where it is for nobody in particular. */
    default List<UserId> recipients(String businessKey, String subject) {
        return List.of();
    }
}
