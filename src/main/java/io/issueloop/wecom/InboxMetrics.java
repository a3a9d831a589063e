package io.issueloop.wecom;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** {@code wecom.inbox.parked}: messages that were given up and wait for a person. */
@Component
class InboxMetrics implements MeterBinder {

    private final Inbox inbox;

    InboxMetrics(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wecom.inbox.parked", inbox, Inbox::parked)
                .description("企业微信回调中多次处理失败、等待人工的消息数")
                .register(registry);
    }
}
