package io.issueloop.delivery;

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

    /**
     * Does it. No transaction is open and no database connection is held by the caller.
     *
     * @param businessKey issue number, or the key of whatever the effect is about
     * @param subject what distinguishes two effects of one kind on one key, e.g. an assignment's
     *     id; may be empty
     * @throws RuntimeException when it did not work: the job is retried and ends as an incident
     */
    void perform(String businessKey, String subject);
}
