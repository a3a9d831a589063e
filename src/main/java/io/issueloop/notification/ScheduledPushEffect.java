package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.notification.PushTable.Lane;
import io.issueloop.notification.PushTable.Queue;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a member what has been waiting, at a moment when it may; the subject is the member. What
 * waits for the same person goes along, so that the other deliveries find nothing left to do.
 */
@Component
class ScheduledPushEffect implements Effect {

    static final String NAME = "PUSH";

    private final PushTable table;
    private final PushPost post;
    private final QuietHours quietHours;
    private final Directory people;
    private final Clock clock;

    ScheduledPushEffect(
            PushTable table, PushPost post, QuietHours quietHours, Directory people, Clock clock) {
        this.table = table;
        this.post = post;
        this.quietHours = quietHours;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "定时提醒";
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
        var to = UserId.of(subject);
        var queue = queue(subject);
        for (var left = table.unfinished(queue, businessKey);
                !left.isEmpty();
                left = table.unfinished(queue, businessKey)) {
            post.send(to, left);
        }
        var team = people.member(to).map(Member::team);
        var wait = quietHours.wait(clock.instant(), team);
        post.send(to, table.takeAll(queue, businessKey, wait.isPresent()));
        if (wait.isPresent() && table.isWaiting(queue)) {
            throw new Quiet(wait.get());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        return post.byHand(queue(subject), businessKey, "提醒");
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        post.doneByHand(queue(subject), businessKey);
    }

    private static Queue queue(String subject) {
        return new Queue(UserId.of(subject), Lane.SCHEDULED);
    }
}
