package io.issueloop.operations;

import io.issueloop.delivery.Mode;
import io.issueloop.delivery.ModeChanged;
import io.issueloop.directory.Directory;
import io.issueloop.wecom.WeComSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Creates at every start what the corp still lacks and reads the directory; where WeCom does not
 * answer, or refuses, the application runs all the same and tries again every minute. The directory
 * is read again every night.
 */
@Component
@ConditionalOnProperty(name = "issueloop.setup-at-start", matchIfMissing = true)
class WeComStart {

    private static final Logger log = LoggerFactory.getLogger(WeComStart.class);

    private final WeComSetup setup;
    private final Directory directory;
    private volatile boolean ready;
    private volatile boolean started;

    WeComStart(WeComSetup setup, Directory directory) {
        this.setup = setup;
        this.directory = directory;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void atStart() {
        started = true;
        attempt();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void again() {
        if (started && !ready) {
            attempt();
        }
    }

    /** What was not set up while a person or nobody did it is set up within a minute. */
    @EventListener
    void on(ModeChanged changed) {
        if (changed.to() == Mode.AUTO) {
            ready = false;
        }
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    void everyNight() {
        directory.refresh();
    }

    private void attempt() {
        try {
            setup.run().forEach(created -> log.info("created in WeCom: {}", created));
            ready = true;
        } catch (RuntimeException e) {
            log.error("企业微信尚未就绪，一分钟后自动重试：{}", e.getMessage());
        }
    }
}
