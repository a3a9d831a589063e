package io.issueloop.operations;

import io.issueloop.delivery.Mode;
import io.issueloop.delivery.ModeChanged;
import io.issueloop.wecom.WeComSetup;
import io.issueloop.wecom.WeComSetup.Part;
import org.jspecify.annotations.Nullable;
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
 * answer, or refuses what is essential, the application runs all the same and tries again every
 * minute; what else it refuses is tried again every night, when the directory is read again.
 */
@Component
@ConditionalOnProperty(name = "issueloop.setup-at-start", matchIfMissing = true)
class WeComStart {

    private static final Logger log = LoggerFactory.getLogger(WeComStart.class);

    private final WeComSetup setup;
    private volatile boolean started;
    private volatile boolean ready;
    private WeComSetup.@Nullable Report last;

    WeComStart(WeComSetup setup) {
        this.setup = setup;
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
    synchronized void on(ModeChanged changed) {
        if (changed.to() == Mode.AUTO) {
            last = null;
            ready = false;
        }
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    synchronized void everyNight() {
        last = null;
        attempt();
    }

    private synchronized void attempt() {
        try {
            var known = last;
            var report = known == null ? setup.attempt() : setup.attemptAgain(known);
            last = report;
            report.created().forEach(created -> log.info("created in WeCom: {}", created));
            report.failed().forEach(WeComStart::warn);
            ready = report.isUsable() && report.failed().stream().noneMatch(Part::isPassing);
        } catch (RuntimeException e) {
            log.error("企业微信尚未就绪，一分钟后自动重试：{}", e.getMessage());
        }
    }

    private static void warn(Part part) {
        log.warn("企业微信中的{}未就绪：{} {}", part.label(), part.problem().orElse(""), part.advice());
    }
}
