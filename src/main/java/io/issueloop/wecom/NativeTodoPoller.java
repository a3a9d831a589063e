package io.issueloop.wecom;

import io.issueloop.collaboration.NativeTodos;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** WeCom tells nobody that a native to-do is done: each of them is looked at. */
@Component
class NativeTodoPoller implements Poller {

    private final NativeTodos todos;

    NativeTodoPoller(NativeTodos todos) {
        this.todos = todos;
    }

    @Override
    public String kind() {
        return "todos";
    }

    @Override
    public String label() {
        return "企业微信待办";
    }

    /** To-dos have no time of change: the open ones are few, and all are looked at. */
    @Override
    public Instant poll(Instant since) {
        todos.lookAtAll();
        return since;
    }
}
