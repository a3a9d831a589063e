package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.notification.PushTable.Lane;
import io.issueloop.notification.PushTable.Push;
import io.issueloop.notification.PushTable.Queue;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Service;

/**
 * Scheduled pushes: reminders, digests, reports. They wait, over restarts, until people may be
 * disturbed; what waits for one person then becomes one message (design.md §3 Quiet hours). Asked
 * for in the caller's transaction, like every delivery.
 */
@Service
public class Pushes {

    private final PushTable table;
    private final Deliveries deliveries;

    Pushes(PushTable table, Deliveries deliveries) {
        this.table = table;
        this.deliveries = deliveries;
    }

    /**
     * Tells a member at the next allowed moment; asked for twice, it is told once.
     *
     * @param kind a {@link PushKind#name}
     * @param detail what distinguishes two pushes of a kind on one key
     */
    public void push(UserId to, String kind, String businessKey, String detail) {
        add(Lane.SCHEDULED, to, new Push(kind, businessKey, detail, 0), false);
    }

    /** As {@link #push}, but of the highest urgency: at once, whatever the hour. */
    public void pushNow(UserId to, String kind, String businessKey, String detail) {
        add(Lane.SCHEDULED, to, new Push(kind, businessKey, detail, 0), true);
    }

    /** At once, unless the member got five such messages within a minute: then in one message. */
    void acknowledge(UserId to, String kind, String businessKey) {
        add(Lane.ACKNOWLEDGEMENT, to, new Push(kind, businessKey, "", 0), true);
    }

    private void add(Lane lane, UserId to, Push push, boolean exempt) {
        table.add(new Queue(to, lane), push, exempt);
        var effect = lane == Lane.SCHEDULED ? ScheduledPushEffect.NAME : AcknowledgementEffect.NAME;
        deliveries.request(push.businessKey(), effect, to.value());
    }
}
