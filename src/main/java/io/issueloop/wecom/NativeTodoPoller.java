package io.issueloop.wecom;

import io.issueloop.collaboration.TodoTicks;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** WeCom tells nobody that a native to-do is done: each of them is looked at. */
@Component
class NativeTodoPoller implements Poller {

    private final TodoTicks ticks;
    private final Modes modes;

    NativeTodoPoller(TodoTicks ticks, Modes modes) {
        this.ticks = ticks;
        this.modes = modes;
    }

    @Override
    public String kind() {
        return "todos";
    }

    @Override
    public String label() {
        return "企业微信待办";
    }

    @Override
    public boolean isReady() {
        return modes.isAuto(Capability.TODO);
    }

    /** To-dos have no time of change: the open ones are few, and all are looked at. */
    @Override
    public Instant poll(Instant since) {
        ticks.lookAtAll();
        return since;
    }
}
