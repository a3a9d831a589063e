package io.issueloop.wecom;

import io.issueloop.collaboration.NativeTodos;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** WeCom tells nobody that a to-do is done: they are looked at, on one node per interval. */
@Component
class NativeTodoPoller {

    private static final Logger log = LoggerFactory.getLogger(NativeTodoPoller.class);

    private final NativeTodos todos;
    private final Leases leases;
    private final WeComProperties properties;

    NativeTodoPoller(NativeTodos todos, Leases leases, WeComProperties properties) {
        this.todos = todos;
        this.leases = leases;
        this.properties = properties;
    }

    @Scheduled(
            fixedDelayString = "${wecom.reconcile-interval:60s}",
            initialDelayString = "${wecom.reconcile-interval:60s}")
    void look() {
        try {
            if (leases.take("native-todos", properties.reconcileInterval().dividedBy(2))) {
                todos.lookAtAll();
            }
        } catch (RuntimeException problem) {
            log.warn("native to-dos could not be looked at: {}", problem.toString());
        }
    }
}
