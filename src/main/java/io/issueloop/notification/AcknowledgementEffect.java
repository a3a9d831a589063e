package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.NotNow;
import io.issueloop.notification.PushTable.Lane;
import io.issueloop.notification.PushTable.Queue;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells a reporter that an issue was taken on; the subject is the reporter. Five within a minute go
 * out one by one, the others wait for the minute to pass and become one message (design.md §3 Quiet
 * hours).
 */
@Component
class AcknowledgementEffect implements Effect {

    static final String NAME = "ACKNOWLEDGEMENT";

    private static final int MOST = 5;

    private final PushTable table;
    private final PushPost post;
    private final Duration within;

    AcknowledgementEffect(
            PushTable table,
            PushPost post,
            @Value("${issueloop.acknowledgements-within:1m}") Duration within) {
        this.table = table;
        this.post = post;
        this.within = within;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "受理通知";
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(UserId.of(subject));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var queue = queue(subject);
        var left = table.unfinished(queue, businessKey);
        post.send(
                queue.to(),
                left.isEmpty() ? table.takeUnlessFlooded(queue, businessKey, MOST, within) : left);
        if (table.isWaiting(queue, businessKey)) {
            throw new Flood(within);
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        return post.byHand(queue(subject), businessKey, "受理通知");
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        post.doneByHand(queue(subject), businessKey);
    }

    private static Queue queue(String subject) {
        return new Queue(UserId.of(subject), Lane.ACKNOWLEDGEMENT);
    }

    /** The member has just got five of them. */
    static class Flood extends NotNow {
        Flood(Duration within) {
            super("一分钟内已发送 5 条受理通知，其余稍后合并为一条", within);
        }
    }
}
